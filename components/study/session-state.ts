import type { MarkKind } from '@/lib/core/memory/mark'
import type { Mastery, Rating } from '@/lib/core/memory/memory'
import type { Face, ReviewOutcome, StudyCard } from '@/lib/core/memory/study-card'

/** A card on its steps within this session. */
export type Waiting = { readonly card: StudyCard; readonly dueAt: number }

/** What can be taken back, with the session as it stood before. */
export type Deed = { readonly card: StudyCard; readonly before: Session } & (
  | { readonly kind: 'rated'; readonly reviewId: string; readonly rating: Rating; readonly assisted: boolean }
  | { readonly kind: 'set-aside'; readonly as: SetAside }
  | { readonly kind: 'starred'; readonly on: boolean }
)

/** The marks that take a fact out of the session. */
export type SetAside = Exclude<MarkKind, 'star'>

export type Session = {
  readonly card: StudyCard | null
  readonly shown: boolean
  /** What was written or chosen before the answer was shown. */
  readonly given: string
  /** Letters of the answer that were asked for; with one the review is assisted. */
  readonly hints: number
  readonly ahead: readonly StudyCard[]
  readonly waiting: readonly Waiting[]
  readonly deeds: readonly Deed[]
  /** Words that were edited in this session, by item: what is taken back comes in the new ones. */
  readonly edits: Readonly<Record<string, readonly Face[]>>
  /** Mastery as the server knows it by now. */
  readonly mastery: Readonly<Record<string, Mastery>>
  /** Reviews that reached the server and were not saved, by id; also those of other tabs. */
  readonly rejected: readonly string[]
  /** The card just rated, when it has slipped so often that something else should be done with it. */
  readonly leech: StudyCard | null
  /** Practice: nothing is sent, no date changes. */
  readonly cram: boolean
  /** Tells one appearance of a card from the next. */
  readonly turn: number
}

export type SessionEvent =
  | { readonly kind: 'show'; readonly given: string }
  | { readonly kind: 'hint' }
  | { readonly kind: 'rate'; readonly rating: Rating; readonly reviewId: string; readonly now: number }
  | { readonly kind: 'set-aside'; readonly card: StudyCard; readonly as: SetAside; readonly now: number }
  | { readonly kind: 'star' }
  | { readonly kind: 'ask-otherwise' }
  | { readonly kind: 'edited'; readonly itemId: string; readonly faces: readonly Face[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'saved'; readonly outcomes: readonly ReviewOutcome[] }
  /** The card as it is on a study day that has begun meanwhile. */
  | { readonly kind: 'day-turned'; readonly card: StudyCard }
  | { readonly kind: 'skip'; readonly factIds: readonly string[]; readonly now: number }

type Begin = { cards: readonly StudyCard[]; shown: boolean; given?: string; hints?: number; cram?: boolean }

export function beginSession({ cards, shown, given = '', hints = 0, cram = false }: Begin): Session {
  const [card, ...ahead] = cards
  const isShown = shown && card !== undefined
  const open = { card: card ?? null, shown: isShown, given: isShown ? given : '', hints, leech: null, cram, turn: 0 }
  return { ...open, ahead, waiting: [], deeds: [], edits: {}, mastery: {}, rejected: [] }
}

/** A line for the answer is open, and keys write on it. */
export function isWritten({ card, shown }: Session): boolean {
  return card !== null && card.options === null && !shown
}

/** Wherever a card stands in the session. */
export function mapCards(session: Session, change: (card: StudyCard) => StudyCard): Session {
  return {
    ...session,
    card: session.card && change(session.card),
    ahead: session.ahead.map(change),
    waiting: session.waiting.map((waiting) => ({ ...waiting, card: change(waiting.card) })),
  }
}
