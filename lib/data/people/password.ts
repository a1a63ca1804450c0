import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Shorter ones are guessed, longer ones are an attack on the hash. */
export const PASSWORD_LENGTH = { min: 8, max: 256 } as const

// OWASP's first choice for argon2id, which is the library's default kind: 19 MiB, two passes, one lane.
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2)
}

/** Takes as long for an e-mail that nobody has (null) as for a wrong password, so that time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await hashOfNobody()), password.normalize('NFKC'))
  return stored !== null && matches
}

let nobody: Promise<string> | undefined

function hashOfNobody(): Promise<string> {
  nobody ??= hashPassword(randomBytes(24).toString('hex'))
  return nobody
}
