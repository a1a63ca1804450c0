import 'server-only'
import { z } from 'zod'
import { PASSWORD_LENGTH } from './password'

/** One spelling per address: Ann@School.kg and ann@school.kg are one account. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const Password = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)
export const Name = z
  .string()
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(80))

export const Credentials = z.object({ email: Email, password: z.string().min(1).max(PASSWORD_LENGTH.max) })
export const NewAccount = z.object({ name: Name, email: Email, password: Password })

export type Credentials = z.infer<typeof Credentials>
export type NewAccount = z.infer<typeof NewAccount>
