import type { LearnerId, SessionId } from '../ids'
import type { Weights } from '../memory/scheduling/parameters'

/** The learner who makes the request. Pages and actions get it from the session; functions of `lib/data` take it first. */
export type Viewer = {
  readonly learnerId: LearnerId
  readonly sessionId: SessionId
  /** How this session was started. A guest has no name and can come back by the cookie alone. */
  readonly identityKind: 'guest' | 'code' | 'account' | 'oidc'
  readonly name: string
  readonly locale: string
  readonly theme: 'system' | 'light' | 'dark'
  /** IANA name; study days begin at `dayStartHour` in it. */
  readonly timeZone: string
  readonly dayStartHour: number
  /** Share of due facts to be recalled, 0.7 to 0.97. */
  readonly desiredRetention: number
  /** Those that the learner's next review is made under. */
  readonly weights: Weights
  readonly newPerDay: number
  readonly duePerDay: number
  /** Shortcuts of one character act. */
  readonly singleKeys: boolean
}

/** Whether an e-mail or a provider opens the learner again on any device. */
export function hasAccount(viewer: Viewer): boolean {
  return viewer.identityKind === 'account' || viewer.identityKind === 'oidc'
}

/** Whether the cookie alone opens the learner again. True of a stranger, whose first rating makes a guest. */
export function isGuest(viewer: Viewer | null): boolean {
  return viewer === null || viewer.identityKind === 'guest'
}
