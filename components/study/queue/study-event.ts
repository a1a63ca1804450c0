import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { FlagKind } from '@/lib/core/memory/session/fact-flag'
import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'

/** What a learner did in Study, as `app/api/study-events` takes it. `at` is this device's clock, in milliseconds. */
export type StudyEvent = { readonly id: string; readonly at: number } & (
  | {
      readonly kind: 'rating'
      readonly factId: string
      readonly itemId: string
      readonly revisionId: string
      readonly rating: Rating
      readonly durationMs: number
      /** A hint was taken: the server keeps the rating and schedules nothing by it. */
      readonly assisted?: boolean | undefined
    }
  | { readonly kind: 'undo'; readonly reversesId: string }
  | { readonly kind: 'flag'; readonly factId: string; readonly flag: FlagKind; readonly on: boolean }
)

export type ReviewEvent = Extract<StudyEvent, { kind: 'rating' | 'undo' }>
export type FlagEvent = Extract<StudyEvent, { kind: 'flag' }>

export const isReview = (event: StudyEvent): event is ReviewEvent => event.kind !== 'flag'
export const isFlag = (event: StudyEvent): event is FlagEvent => event.kind === 'flag'

export type EventOutcome = ReviewOutcome | { readonly id: string; readonly kind: 'flagged' | 'flag-rejected' }

export type QueuedEvent = {
  /** The learner who did it. A shared device must not send it as another learner's. Null: a stranger. */
  readonly owner: string | null
  readonly event: StudyEvent
  /** Its position in the queue. An undo must not be sent before its rating, whatever the device's clock does. */
  readonly order: number
}

/** Whose events a page sends. Null: a stranger's. */
export type QueueOwner = { readonly owner: string | null; readonly isGuest: boolean }

/** A guest may have studied as a stranger a moment ago. */
export function isOwnedBy(eventOwner: string | null, { owner, isGuest }: QueueOwner): boolean {
  return eventOwner === owner || (eventOwner === null && isGuest)
}

export type Refusal = 'signed-out' | 'someone-else' | 'unreadable'

/** The state that the badge shows. `waiting` counts ratings. `refused`: the server answered and did not save. */
export type QueueState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'too-many-guests'; readonly waiting: number }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly waiting: number }

/** `crypto.randomUUID` exists over https only; a school's network is often plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
