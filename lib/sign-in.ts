import 'server-only'
import { cookies } from 'next/headers'
import type { Viewer } from './core/access/viewer'
import type { LearnerId, SessionId } from './core/ids'
import { deleteLearner } from './data/people/delete-learner'
import { findAccount, holdsAnything } from './data/people/find-account'
import { findSession } from './data/people/find-session'
import { revokeSession } from './data/people/revoke-session'
import { startSession } from './data/people/start-session'
import { getViewer, readSessionCookie, sessionCookie, writeSessionCookie } from './session'

const ASIDE_COOKIE = 'bilim-guest'

type Begun = { sessionId: SessionId; guestWaits: boolean }

/** Signs in to an account and sets the cookie. */
export async function signInTo(learnerId: LearnerId, wayInId: string | null): Promise<Begun> {
  const begun = await beginSession(learnerId, wayInId)
  await writeSessionCookie(sessionCookie.name, begun.sessionId)
  return begun
}

/**
 * Makes the session of a sign-in; NextAuth sets the cookie itself. What a guest learned on this device is put aside under a second cookie until someone says
 * whose it is; a guest with nothing simply ends.
 */
export async function beginSession(learnerId: LearnerId, wayInId: string | null): Promise<Begun> {
  const before = await getViewer()
  const now = new Date()
  const guestWaits = before !== null && before.learnerId !== learnerId && (await putAside(before, now))
  if (before && !guestWaits) await revokeSession(before, before.sessionId, now)
  return { sessionId: await startSession(learnerId, wayInId, now), guestWaits }
}

async function putAside(before: Viewer, now: Date): Promise<boolean> {
  if (before.wayIn === 'account' || before.wayIn === 'oidc') return false
  if (!holdsAnything(await findAccount(before))) {
    if (before.wayIn === 'guest') await deleteLearner(before, now)
    return false
  }
  await writeSessionCookie(ASIDE_COOKIE, before.sessionId)
  return true
}

/** The guest whose progress waits on this device, if there is one. */
export async function findGuestAside(): Promise<Viewer | null> {
  const sessionId = await readSessionCookie(ASIDE_COOKIE)
  const guest = sessionId ? await findSession(sessionId, new Date()) : null
  return guest && guest.wayIn !== 'account' && guest.wayIn !== 'oidc' ? guest : null
}

export async function forgetGuestAside(): Promise<void> {
  const jar = await cookies()
  jar.delete(ASIDE_COOKIE)
}

/** Ends this device's session. A guest that was put aside and left alone is back afterwards. */
export async function signOut(): Promise<void> {
  const viewer = await getViewer()
  if (viewer) await revokeSession(viewer, viewer.sessionId, new Date())
  await dropSessionCookie()
}

/** After the session is gone already: signed out everywhere, or deleted. */
export async function dropSessionCookie(): Promise<void> {
  const guest = await findGuestAside()
  await forgetGuestAside()
  if (guest) return writeSessionCookie(sessionCookie.name, guest.sessionId)
  const jar = await cookies()
  jar.delete({ name: sessionCookie.name, path: '/', secure: sessionCookie.secure })
}
