import 'server-only'
import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Viewer } from './core/access/viewer'
import { type LearnerId, SessionId } from './core/ids'
import { createGuest } from './data/people/create-guest'
import { findSession } from './data/people/find-session'
import { revokeSession } from './data/people/revoke-session'
import { SESSION_DAYS, startSession as startSessionRow } from './data/people/start-session'
import { env } from './env'
import { requestTimeZone } from './request'

/** Who looks, or null for a stranger. Asked once a request, however many components want to know. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await readSessionCookie(sessionCookie.name)
  return sessionId ? findViewer(sessionId) : null
})

export function findViewer(sessionId: SessionId): Promise<Viewer | null> {
  return findSession(sessionId, new Date())
}

/** For screens that make no sense to a stranger; `returnTo` is where sign-in leads back to. */
export async function requireViewer(returnTo?: string): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  redirect(returnTo ? `/sign-in?from=${encodeURIComponent(returnTo)}` : '/sign-in')
}

/** Only in actions and route handlers: a stranger's first write makes a guest, so that nothing asks before it works. */
export async function ensureViewer(): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  const now = new Date()
  const { learnerId, wayInId } = await createGuest(now, await requestTimeZone())
  const guest = await findSession(await openSession(learnerId, wayInId, now), now)
  if (!guest) throw new Error('The session that was just made is not there.')
  return guest
}

/** Signs in on this device. An earlier session of the device ends: a cookie names one. */
export async function startSession(learnerId: LearnerId, wayInId: string | null): Promise<void> {
  const before = await getViewer()
  const now = new Date()
  await openSession(learnerId, wayInId, now)
  if (before) await revokeSession(before, before.sessionId, now)
}

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

/** Makes a session and sets its cookie; `startSession` and `sign-in.ts` decide what becomes of an earlier one. */
export async function openSession(learnerId: LearnerId, wayInId: string | null, now: Date): Promise<SessionId> {
  const sessionId = await startSessionRow(learnerId, wayInId, now)
  await writeSessionCookie(sessionCookie.name, sessionId)
  return sessionId
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

const held = globalThis as typeof globalThis & { bilimSecret?: string }

// Development only: sessions end with the process.
function secretOfThisProcess(): string {
  held.bilimSecret ??= randomBytes(32).toString('hex')
  return held.bilimSecret
}
