import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { SessionId } from './core/ids'
import { SESSION_DAYS } from './data/people/start-session'
import { env } from './env'

export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60

const isHttps = env.NEXTAUTH_URL?.startsWith('https://') ?? false

/** As NextAuth names it, so that its own sign-in and ours write one cookie. */
export const sessionCookie = {
  name: isHttps ? '__Secure-next-auth.session-token' : 'next-auth.session-token',
  secure: isHttps,
} as const

export function sessionSecret(): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET
  if (env.NODE_ENV === 'production') {
    throw new Error('NEXTAUTH_SECRET is missing. Set it to 32 random characters or more, or start with `npm start`.')
  }
  return secretOfThisProcess()
}

/** A cookie that names a session and carries nothing else. */
export async function writeSessionCookie(name: string, sessionId: SessionId): Promise<void> {
  const maxAge = SESSION_SECONDS
  const value = await encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge })
  const jar = await cookies()
  jar.set({ name, value, secure: sessionCookie.secure, httpOnly: true, sameSite: 'lax', path: '/', maxAge })
}

export async function readSessionCookie(name: string): Promise<SessionId | null> {
  const jar = await cookies()
  const value = jar.get(name)?.value
  if (!value) return null
  const token = await decode({ token: value, secret: sessionSecret() }).catch(() => null)
  // A cookie of another secret, cut short or made up is a stranger's, not an error.
  return SessionId.safeParse(token?.sid).data ?? null
}

export async function dropCookie(name: string): Promise<void> {
  const jar = await cookies()
  jar.delete({ name, path: '/', secure: sessionCookie.secure })
}

const held = globalThis as typeof globalThis & { bilimSecret?: string }

// Development only: sessions end with the process.
function secretOfThisProcess(): string {
  held.bilimSecret ??= randomBytes(32).toString('hex')
  return held.bilimSecret
}
