import 'server-only'
import type { Viewer } from './core/access/viewer'
import { deleteLearner } from './data/people/delete-learner'
import { findAccount, holdsAnything } from './data/people/find-account'
import { findSession } from './data/people/find-session'
import { dropCookie, readSessionCookie, writeSessionCookie } from './session-cookie'

const ASIDE_COOKIE = 'bilim-guest'

/**
 * When somebody signs in on a device where a guest learned, the guest waits under a second cookie until someone says
 * whose it is. A guest with nothing simply ends. False: there is nobody to wait.
 */
export async function putAside(before: Viewer, now: Date): Promise<boolean> {
  if (before.identityKind === 'account' || before.identityKind === 'oidc') return false
  if (!holdsAnything(await findAccount(before))) {
    if (before.identityKind === 'guest') await deleteLearner(before, now)
    return false
  }
  await writeSessionCookie(ASIDE_COOKIE, before.sessionId)
  return true
}

/** The guest whose progress waits on this device, if there is one. */
export async function findGuestAside(): Promise<Viewer | null> {
  const sessionId = await readSessionCookie(ASIDE_COOKIE)
  const guest = sessionId ? await findSession(sessionId, new Date()) : null
  return guest && guest.identityKind !== 'account' && guest.identityKind !== 'oidc' ? guest : null
}

export function forgetGuestAside(): Promise<void> {
  return dropCookie(ASIDE_COOKIE)
}
