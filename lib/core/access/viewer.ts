import type { LearnerId, SessionId } from '../ids'
import type { Weights } from '../memory/scheduling/parameters'

/** Who looks. Pages and actions take it from the session; every verb of `lib/data` takes it first. */
export type Viewer = {
  readonly learnerId: LearnerId
  readonly sessionId: SessionId
  /** How this session came in. A guest has no name of their own and no way back but the cookie. */
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

/** Whoever has no way back but the cookie. A stranger is about to be one: the first rating makes a guest. */
export function isGuest(viewer: Viewer | null): boolean {
  return viewer === null || viewer.identityKind === 'guest'
}
