import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { EMAIL_CHARACTERS, NAME_CHARACTERS, PASSWORD_CHARACTERS } from '../../core/shared/input-limits'

/** Lower case, so that Ann@School.kg and ann@school.kg are one account. */
export const Email = z.string().trim().toLowerCase().max(EMAIL_CHARACTERS).pipe(z.email())
export const Password = z.string().min(PASSWORD_CHARACTERS.min).max(PASSWORD_CHARACTERS.max)
export const Name = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(NAME_CHARACTERS))

export const Credentials = z.object({ email: Email, password: z.string().min(1).max(PASSWORD_CHARACTERS.max) })
export const NewAccount = z.object({ name: Name, email: Email, password: Password })

export type Credentials = z.infer<typeof Credentials>
export type NewAccount = z.infer<typeof NewAccount>

// OWASP's first choice for argon2id, which is the library's default kind: 19 MiB, two passes, one lane.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2)
}

/** `stored` is null for an unknown e-mail. Hashes even then, so that the time taken does not tell which e-mails exist. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await dummyHash()), password.normalize('NFKC'))
  return stored !== null && matches
}

let dummy: Promise<string> | undefined

function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomBytes(24).toString('hex'))
  return dummy
}
