import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { minutesUntil } from './core/access/limits'
import type { Viewer } from './core/access/viewer'
import type { LearnerId, SessionId } from './core/ids'
import { createGuest } from './data/people/create-guest'
import { findSession } from './data/people/find-session'
import { revokeSession } from './data/people/revoke-session'
import { startSession as startSessionRow } from './data/people/start-session'
import type { LimitReached } from './data/rate-limits'
import { findGuestAside, forgetGuestAside, putAside } from './guest-aside'
import { requestAddress, requestTimeZone } from './request'
import { dropCookie, readSessionCookie, sessionCookie, writeSessionCookie } from './session-cookie'

/** Who looks, or null for a stranger. Asked once a request, however many components want to know. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const sessionId = await readSessionCookie(sessionCookie.name)
  return sessionId ? findViewer(sessionId) : null
})

export function findViewer(sessionId: SessionId): Promise<Viewer | null> {
  return findSession(sessionId, new Date())
}

/** The zone that whoever looks lives by: what the account says, of a stranger what the browser said. */
export async function readTimeZone(): Promise<string> {
  const viewer = await getViewer()
  return viewer ? viewer.timeZone : requestTimeZone()
}

/** For screens that make no sense to a stranger; `returnTo` is where sign-in leads back to. */
export async function requireViewer(returnTo?: string): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  redirect(returnTo ? `/sign-in?from=${encodeURIComponent(returnTo)}` : '/sign-in')
}

/** `admitViewer` for what keeps nothing that was typed: where no guest is made any more, a page says until when. */
export async function ensureViewer(): Promise<Viewer> {
  const admitted = await admitViewer()
  if (admitted.kind === 'admitted') return admitted.viewer
  redirect(`/try-later?minutes=${minutesUntil(admitted.tryAgainAt, new Date())}`)
}

type Admitted = { readonly kind: 'admitted'; readonly viewer: Viewer }

/**
 * Only in actions and route handlers: a stranger's first write makes a guest, so that nothing asks before it works. The
 * caller first looks whether what is written to is there. A text is sent by a guest before it is read, so one that is too
 * short makes a guest as well. Of one address no more than `GUESTS_PER_ADDRESS`.
 */
export async function admitViewer(): Promise<Admitted | LimitReached> {
  const viewer = await getViewer()
  if (viewer) return { kind: 'admitted', viewer }
  const now = new Date()
  const created = await createGuest({ address: await requestAddress(), timeZone: await requestTimeZone() }, now)
  if (created.kind === 'rejected') return created
  const { learnerId, identityId } = created
  const sessionId = await startSessionRow(learnerId, identityId, now)
  await writeSessionCookie(sessionCookie.name, sessionId)
  const guest = await findSession(sessionId, now)
  if (!guest) throw new Error('The session that was just made is not there.')
  return { kind: 'admitted', viewer: guest }
}

type Begun = { sessionId: SessionId; guestWaits: boolean }

/** Signs in on this device. An earlier session of the device ends or, when it was a guest's with progress, waits. */
export async function startSession(learnerId: LearnerId, identityId: string | null): Promise<Begun> {
  const begun = await beginSession(learnerId, identityId)
  await writeSessionCookie(sessionCookie.name, begun.sessionId)
  return begun
}

/** The same without the cookie, which NextAuth sets itself. */
export async function beginSession(learnerId: LearnerId, identityId: string | null): Promise<Begun> {
  const before = await getViewer()
  const now = new Date()
  const guestWaits = before !== null && before.learnerId !== learnerId && (await putAside(before, now))
  if (before && !guestWaits) await revokeSession(before, before.sessionId, now)
  return { sessionId: await startSessionRow(learnerId, identityId, now), guestWaits }
}

export async function signOut(): Promise<void> {
  const viewer = await getViewer()
  if (viewer) await revokeSession(viewer, viewer.sessionId, new Date())
  await leaveDevice()
}

/**
 * For when the session is gone already: signed out everywhere, or deleted. A guest who was put aside and left alone has
 * the device again; a class code's learner has a return code, and nobody else should find them signed in.
 */
export async function leaveDevice(): Promise<void> {
  const aside = await findGuestAside()
  await forgetGuestAside()
  if (aside?.identityKind === 'guest') return writeSessionCookie(sessionCookie.name, aside.sessionId)
  if (aside) await revokeSession(aside, aside.sessionId, new Date())
  await dropCookie(sessionCookie.name)
}
