import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { SessionId } from './core/ids'
import { hasAccount, type Viewer } from './core/people/viewer'
import { minutesUntil } from './core/shared/rate-limits'
import { deleteLearner, findAccount, holdsAnything } from './data/people/account'
import { createGuest, type LearnerIdentity } from './data/people/identities'
import { createSession, findSession, revokeSession } from './data/people/sessions'
import type { LimitReached } from './data/rate-limits'
import { requestAddress, requestTimeZone } from './request'
import { deleteSessionToken, readSessionToken, type SessionToken, writeSessionToken } from './session-token'

/** The viewer, or null for a stranger. Looked up once a request: the row decides, not the cookie. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const token = await readSessionToken()
  return token ? findViewer(token.sessionId) : null
})

export function findViewer(sessionId: SessionId): Promise<Viewer | null> {
  return findSession(sessionId, new Date())
}

/** The viewer's time zone; a stranger's is the one that the browser reports. */
export async function readTimeZone(): Promise<string> {
  const viewer = await getViewer()
  return viewer ? viewer.timeZone : requestTimeZone()
}

/** For pages that a stranger cannot use; `returnTo` is where sign-in leads back to. */
export async function requireViewer(returnTo?: string): Promise<Viewer> {
  const viewer = await getViewer()
  if (viewer) return viewer
  redirect(returnTo ? `/sign-in?from=${encodeURIComponent(returnTo)}` : '/sign-in')
}

/** `admitViewer` for forms without text worth keeping: at the limit of guests, leads to a page that says until when. */
export async function ensureViewer(): Promise<Viewer> {
  const admitted = await admitViewer()
  if (admitted.kind === 'admitted') return admitted.viewer
  redirect(`/try-later?minutes=${minutesUntil(admitted.tryAgainAt, new Date())}`)
}

type Admitted = { readonly kind: 'admitted'; readonly viewer: Viewer }

/**
 * For server actions and route handlers: a stranger's first write makes a guest, so that nothing asks for an account
 * before it works. Check first that what is written to exists. No more than `GUESTS_PER_ADDRESS` from one address.
 */
export async function admitViewer(): Promise<Admitted | LimitReached> {
  const viewer = await getViewer()
  if (viewer) return { kind: 'admitted', viewer }
  const source = { address: await requestAddress(), timeZone: await requestTimeZone() }
  const created = await createGuest(source, new Date())
  if (created.kind === 'rejected') return created
  const { token } = await startSession(created)
  const guest = await findViewer(token.sessionId)
  if (!guest) throw new Error('The session that was just created does not exist.')
  return { kind: 'admitted', viewer: guest }
}

type Started = { readonly token: SessionToken; readonly hasGuestToMerge: boolean }

/** Signs in on this device, for forms that work without scripts. NextAuth's endpoints call `issueSession` instead. */
export async function startSession(identity: LearnerIdentity): Promise<Started> {
  const started = await issueSession(identity)
  await writeSessionToken(started.token)
  return started
}

/**
 * Starts a session and makes its token. The session that this device had ends; a guest's with progress is kept in the
 * token instead, and `hasGuestToMerge` says so.
 */
export async function issueSession({ learnerId, identityId }: LearnerIdentity): Promise<Started> {
  const [former, viewer, now] = [await readSessionToken(), await getViewer(), new Date()]
  const hasGuestToMerge = viewer !== null && viewer.learnerId !== learnerId && (await mayBeMerged(viewer, now))
  if (viewer && !hasGuestToMerge) await revokeSession(viewer, viewer.sessionId, now)
  const guestSessionId = hasGuestToMerge ? viewer.sessionId : former?.guestSessionId
  const sessionId = await createSession(learnerId, identityId, now)
  return { token: { sessionId, ...(guestSessionId ? { guestSessionId } : {}) }, hasGuestToMerge }
}

/** Whether somebody without an account has progress that may belong to the person who signs in. Deletes a guest with none. */
async function mayBeMerged(viewer: Viewer, now: Date): Promise<boolean> {
  if (hasAccount(viewer)) return false
  if (holdsAnything(await findAccount(viewer))) return true
  if (viewer.identityKind === 'guest') await deleteLearner(viewer, now)
  return false
}

/** A guest of this device whose progress the viewer may take over. */
export async function findGuestToMerge(): Promise<Viewer | null> {
  const token = await readSessionToken()
  const guest = token?.guestSessionId ? await findViewer(token.guestSessionId) : null
  return guest && !hasAccount(guest) ? guest : null
}

export async function forgetGuestToMerge(): Promise<void> {
  const token = await readSessionToken()
  if (token?.guestSessionId) await writeSessionToken({ sessionId: token.sessionId })
}

export async function signOut(): Promise<void> {
  const viewer = await getViewer()
  if (viewer) await revokeSession(viewer, viewer.sessionId, new Date())
  await leaveDevice()
}

/**
 * Drops the session's token, for when its row is revoked or deleted. A guest that is not merged is signed in again, because its
 * session is its only identity. A learner with a class code has another, and the next person at this device must not find them signed in.
 */
export async function leaveDevice(): Promise<void> {
  const guest = await findGuestToMerge()
  if (guest?.identityKind === 'guest') return writeSessionToken({ sessionId: guest.sessionId })
  if (guest) await revokeSession(guest, guest.sessionId, new Date())
  await deleteSessionToken()
}
