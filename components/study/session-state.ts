import { fillGaps } from '@/lib/core/item/gaps'
import type { Mastery, Rating } from '@/lib/core/memory/memory'
import type { Change, Pile, ReviewOutcome, StudyCard } from '@/lib/core/memory/study-card'

/** A card on its steps within this session. */
type Waiting = { readonly card: StudyCard; readonly dueAt: number }

type Rated = {
  readonly reviewId: string
  readonly card: StudyCard
  readonly rating: Rating
  /** The session as it stood before, for the way back. */
  readonly before: Session
}

export type Session = {
  readonly card: StudyCard | null
  readonly shown: boolean
  readonly ahead: readonly StudyCard[]
  readonly waiting: readonly Waiting[]
  readonly rated: readonly Rated[]
  /** Mastery as the server knows it by now. */
  readonly mastery: Readonly<Record<string, Mastery>>
}

export type SessionEvent =
  | { readonly kind: 'show' }
  | { readonly kind: 'rate'; readonly rating: Rating; readonly reviewId: string; readonly now: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'saved'; readonly outcomes: readonly ReviewOutcome[] }
  | { readonly kind: 'skip'; readonly factIds: readonly string[]; readonly now: number }

const MINUTE_MS = 60_000

export function beginSession(cards: readonly StudyCard[], shown: boolean): Session {
  const [card, ...ahead] = cards
  return {
    card: card ?? null,
    shown: shown && card !== undefined,
    ahead,
    waiting: [],
    rated: [],
    mastery: {},
  }
}

export function sessionAfter(session: Session, event: SessionEvent): Session {
  if (event.kind === 'show') return session.card ? { ...session, shown: true } : session
  if (event.kind === 'rate') return afterRating(session, event)
  if (event.kind === 'undo') return afterUndo(session)
  if (event.kind === 'saved') return event.outcomes.reduce(afterSaving, session)
  return withoutFacts(session, event.factIds, event.now)
}

function afterRating(session: Session, event: Extract<SessionEvent, { kind: 'rate' }>): Session {
  const { card } = session
  if (!card || !session.shown) return session
  const { rating, reviewId, now } = event
  const interval = card.intervals[rating]
  const back =
    interval.unit === 'minutes' ? [{ card: onItsSteps(card, rating), dueAt: now + interval.count * MINUTE_MS }] : []
  const rated = [...session.rated, { reviewId, card, rating, before: session }]
  return nextCard({ ...session, rated, waiting: [...session.waiting, ...back] }, now)
}

/** A step that has come due goes first, then what lies ahead; at the end nobody waits for a step before an empty screen. */
function nextCard(session: Session, now: number): Session {
  const soonest = [...session.waiting].sort((one, other) => one.dueAt - other.dueAt)[0]
  const fresh = { ...session, shown: false }
  if (soonest && (soonest.dueAt <= now || session.ahead.length === 0)) {
    return { ...fresh, card: soonest.card, waiting: session.waiting.filter((waiting) => waiting !== soonest) }
  }
  const [card, ...ahead] = session.ahead
  return { ...fresh, card: card ?? null, ahead }
}

function afterUndo(session: Session): Session {
  const last = session.rated.at(-1)
  // The answer stays open: whoever pressed the wrong key wants to press another.
  return last ? { ...last.before, mastery: session.mastery, shown: true } : session
}

function afterSaving(session: Session, outcome: ReviewOutcome): Session {
  if (outcome.kind !== 'saved') return session
  const { factId, mastery, intervals } = outcome
  const renew = (card: StudyCard) => (card.factId === factId ? { ...card, intervals } : card)
  return {
    ...session,
    card: session.card && renew(session.card),
    waiting: session.waiting.map((waiting) => ({ ...waiting, card: renew(waiting.card) })),
    mastery: { ...session.mastery, [factId]: mastery },
  }
}

/** Facts whose ratings still wait on this device were rated before the page was loaded again. */
function withoutFacts(session: Session, factIds: readonly string[], now: number): Session {
  const isLeft = (card: StudyCard) => !factIds.includes(card.factId)
  const left = { ...session, ahead: session.ahead.filter(isLeft) }
  return session.card && !isLeft(session.card) ? nextCard(left, now) : left
}

/** The server will say what comes next; until then, and without a network, what was worked out with the page. */
function onItsSteps(card: StudyCard, rating: Rating): StudyCard {
  return { ...card, pile: 'learning', lastSeenDays: 0, intervals: card.stepped[rating] ?? card.intervals }
}

/** What is left in this session, the card on screen among them. */
export function countsOf(session: Session): Record<Pile, number> {
  const left = [...(session.card ? [session.card] : []), ...session.ahead, ...session.waiting.map(({ card }) => card)]
  const of = (pile: Pile) => left.filter((card) => card.pile === pile).length
  return { new: of('new'), learning: of('learning'), due: of('due') }
}

/** What the session changed, one entry per fact in the order met. The first rating decides: what came after was practice. */
export function changesOf(session: Session): readonly Change[] {
  const first = new Map<string, Rated>()
  for (const rated of session.rated) if (!first.has(rated.card.factId)) first.set(rated.card.factId, rated)
  return [...first.values()].map(({ card, rating }) => ({
    factId: card.factId,
    label: fillGaps(card.front, card.back),
    before: card.mastery,
    after: session.mastery[card.factId] ?? card.mastery,
    fate: card.pile === 'new' ? 'met' : rating === 'again' ? 'slipped' : 'kept',
  }))
}
