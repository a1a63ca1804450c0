import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { SessionId } from './core/ids'
import { SESSION_DAYS } from './data/people/sessions'
import { env } from './env'

export const isHttps = env.NEXTAUTH_URL?.startsWith('https://') ?? false

/** In seconds, as NextAuth and cookies count. */
export const SESSION_MAX_AGE = SESSION_DAYS * 24 * 60 * 60

/** The one cookie of signing in. NextAuth gets it in its options, so that its endpoints and our forms write the same. */
export const sessionCookie = {
  name: isHttps ? '__Secure-next-auth.session-token' : 'next-auth.session-token',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps },
} as const

/**
 * What NextAuth's token holds: ids of rows, which can be revoked, and nothing about the person. `guestSessionId`: the
 * guest who learned on this device before somebody signed in, until that person says whose progress it is.
 */
const SessionToken = z.object({ sessionId: SessionId, guestSessionId: SessionId.optional() })
export type SessionToken = z.infer<typeof SessionToken>

export function sessionSecret(): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET
  if (env.NODE_ENV === 'production') {
    throw new Error('NEXTAUTH_SECRET is missing. Set it to 32 random characters or more, or start with `npm start`.')
  }
  return secretOfThisProcess()
}

/** Null for a cookie that is missing, incomplete, made up or signed with another secret. */
export async function readSessionToken(): Promise<SessionToken | null> {
  const value = (await cookies()).get(sessionCookie.name)?.value
  if (!value) return null
  const token = await decode({ token: value, secret: sessionSecret() }).catch(() => null)
  return SessionToken.safeParse(token).data ?? null
}

/** For server actions and route handlers; a page cannot set cookies. */
export async function writeSessionToken(token: SessionToken): Promise<void> {
  const value = await encode({ token, secret: sessionSecret(), maxAge: SESSION_MAX_AGE })
  const jar = await cookies()
  jar.set({ name: sessionCookie.name, value, ...sessionCookie.options, maxAge: SESSION_MAX_AGE })
}

export async function deleteSessionToken(): Promise<void> {
  const jar = await cookies()
  jar.delete({ name: sessionCookie.name, ...sessionCookie.options })
}

const kept = globalThis as typeof globalThis & { bilimSecret?: string }

// In development sessions end with the process.
function secretOfThisProcess(): string {
  kept.bilimSecret ??= randomBytes(32).toString('hex')
  return kept.bilimSecret
}
