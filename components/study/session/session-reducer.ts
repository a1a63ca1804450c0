import { isLeechAt, type Mastery, type Rating } from '@/lib/core/memory/scheduling/memory'
import { earnableRatings, rungAfter } from '@/lib/core/memory/session/difficulty-ladder'
import type { FlagKind } from '@/lib/core/memory/session/fact-flag'
import { type Face, faceOn, otherFace, type ReviewOutcome, type StudyCard } from '@/lib/core/memory/session/study-card'
import { MINUTE_MS } from '@/lib/core/shared/time'

export type Session = {
  readonly card: StudyCard | null
  readonly shown: boolean
  /** What was typed or chosen before the answer was shown. */
  readonly given: string
  /** Letters of the answer that were asked for; with one the review is assisted. */
  readonly hints: number
  readonly upcoming: readonly StudyCard[]
  readonly learning: readonly LearningCard[]
  readonly history: readonly HistoryEntry[]
  /** Cards that were edited in this session, by item: after an undo they have the new text. */
  readonly edits: Readonly<Record<string, readonly Face[]>>
  /** Mastery as the server knows it by now, by fact. */
  readonly mastery: Readonly<Record<string, Mastery>>
  /** Ids of reviews that reached the server and were not saved; also those of other tabs. */
  readonly rejected: readonly string[]
  /** The card just rated, when it was forgotten so often that something else should be done with it. */
  readonly leech: StudyCard | null
  /** A card just rated that is not asked any more: its author has rejected it meanwhile. */
  readonly withdrawn: StudyCard | null
  /** Items that left the session because their decks do not ask them any more, and how many cards just did. */
  readonly takenOut: readonly string[]
  readonly dropped: number
  /** Practice: nothing is sent, no date changes. */
  readonly cram: boolean
  /** Tells one appearance of a card from the next. */
  readonly turn: number
}

/** A card on its learning steps within this session. */
type LearningCard = { readonly card: StudyCard; readonly dueAt: number }

/** A step that can be undone, with the session before it. */
export type HistoryEntry = { readonly card: StudyCard; readonly before: Session } & (
  | { readonly kind: 'rated'; readonly reviewId: string; readonly rating: Rating; readonly assisted: boolean }
  | { readonly kind: 'hidden'; readonly flag: HidingFlag }
  | { readonly kind: 'starred'; readonly on: boolean }
)

/** The flags that take a fact out of the session. */
export type HidingFlag = Exclude<FlagKind, 'star'>

export type SessionEvent =
  | { readonly kind: 'show'; readonly given: string }
  | { readonly kind: 'hint' }
  | { readonly kind: 'rate'; readonly rating: Rating; readonly reviewId: string; readonly now: number }
  | { readonly kind: 'hide'; readonly card: StudyCard; readonly flag: HidingFlag; readonly now: number }
  | { readonly kind: 'star' }
  /** The leech is asked by another item on its fact from now on. */
  | { readonly kind: 'switch-face' }
  | { readonly kind: 'edited'; readonly itemId: string; readonly faces: readonly Face[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'saved'; readonly outcomes: readonly ReviewOutcome[]; readonly now: number }
  /** These items are not asked any more. `isAnswering`: something is typed or open, so the card on screen stays. */
  | {
      readonly kind: 'taken-out'
      readonly itemIds: readonly string[]
      readonly isAnswering: boolean
      readonly now: number
    }
  /** The open card as it is on a study day that has begun meanwhile. */
  | { readonly kind: 'refresh-card'; readonly card: StudyCard }
  /** An earlier page rated or hid these facts, and the server does not know it yet. */
  | { readonly kind: 'skip'; readonly factIds: readonly string[]; readonly now: number }

type Start = { cards: readonly StudyCard[]; shown: boolean; given?: string; hints?: number; cram?: boolean }

export function beginSession({ cards, shown, given = '', hints = 0, cram = false }: Start): Session {
  const [card, ...upcoming] = cards
  const isShown = shown && card !== undefined
  const open = { card: card ?? null, shown: isShown, given: isShown ? given : '', hints, cram, turn: 0 }
  const notices = { leech: null, withdrawn: null, dropped: 0 }
  const known = { edits: {}, mastery: {}, rejected: [], takenOut: [] }
  return { ...open, ...notices, ...known, upcoming, learning: [], history: [] }
}

export function sessionReducer(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'show':
      return session.card ? { ...session, shown: true, given: event.given } : session
    case 'hint':
      return session.card && !session.shown ? { ...session, hints: session.hints + 1 } : session
    case 'rate':
      return afterRating(session, event)
    case 'hide':
      return afterHiding(session, event)
    case 'star':
      return afterStar(session)
    case 'switch-face':
      return afterFaceSwitch(session)
    case 'edited':
      return afterEdit(session, event)
    case 'undo':
      return afterUndo(session)
    case 'saved':
      return event.outcomes.reduce((saved, outcome) => afterSaving(saved, outcome, event.now), session)
    case 'taken-out':
      return afterTakenOut(session, event)
    case 'refresh-card':
      return afterRefresh(session, event.card)
    case 'skip':
      return withoutCards(session, ({ factId }) => event.factIds.includes(factId), event.now)
  }
}

type EventOf<Kind extends SessionEvent['kind']> = Extract<SessionEvent, { kind: Kind }>

/** Goes to the next card. The rated one comes again if its learning steps, a hint or practice ask for it. */
function afterRating(session: Session, { rating, reviewId, now }: EventOf<'rate'>): Session {
  const { card, hints, cram } = session
  if (!card || !session.shown) return session
  const assisted = hints > 0
  const history = [...session.history, { kind: 'rated', reviewId, card, rating, assisted, before: session } as const]
  const rated = { ...session, history, leech: leechOf(session, rating), withdrawn: null, dropped: 0 }
  // After a hint the question is not answered yet, and practice repeats only what was not known: both come at the end.
  if (assisted || cram) {
    const again = assisted || rating === 'again' ? [card] : []
    return nextCard({ ...rated, upcoming: [...session.upcoming, ...again] }, now)
  }
  return nextCard({ ...rated, learning: [...session.learning, ...learningStep(card, rating, now)] }, now)
}

function learningStep(card: StudyCard, rating: Rating, now: number): readonly LearningCard[] {
  const { unit, count } = card.intervals[rating]
  return unit === 'minutes' ? [{ card: onNextStep(card, rating), dueAt: now + count * MINUTE_MS }] : []
}

function leechOf({ card, hints, cram }: Session, rating: Rating): StudyCard | null {
  const isKnown = card?.dueStatus === 'due' || card?.dueStatus === 'ahead'
  const isLapse = isKnown && card.counts && rating === 'again' && hints === 0 && !cram
  return card && isLapse && isLeechAt(card.lapses + 1) ? onNextStep(card, rating) : null
}

/** As far as the page can tell without the server, which answers later or, without a network, not at all. */
function onNextStep(card: StudyCard, rating: Rating): StudyCard {
  const wanted = rungAfter(card.wanted, rating)
  const face = faceOn({ card, ...card.faces }, wanted)
  const intervals = card.stepped[rating] ?? card.intervals
  return { ...card, ...face, wanted, dueStatus: 'learning', lastSeenDays: 0, intervals }
}

function afterHiding(session: Session, { card, flag, now }: EventOf<'hide'>): Session {
  const history = [...session.history, { kind: 'hidden', card, flag, before: session } as const]
  return withoutCards(
    { ...session, history, leech: null, withdrawn: null, dropped: 0 },
    ({ factId }) => factId === card.factId,
    now,
  )
}

function afterStar(session: Session): Session {
  const { card } = session
  if (!card) return session
  const on = !card.starred
  const history = [...session.history, { kind: 'starred', card, on, before: session } as const]
  return withStar({ ...session, history }, card.factId, on)
}

function withStar(session: Session, factId: string, starred: boolean): Session {
  return mapCards(session, (card) => (card.factId === factId ? { ...card, starred } : card))
}

function afterFaceSwitch(session: Session): Session {
  const { leech } = session
  const face = leech && otherFace(leech.faces, leech.itemId)
  if (!leech || !face) return session
  const switched = mapCards(session, (card) => (card.factId === leech.factId ? { ...card, ...face } : card))
  return { ...switched, leech: null }
}

function afterEdit(session: Session, { itemId, faces }: EventOf<'edited'>): Session {
  const edits = { ...session.edits, [itemId]: faces }
  return mapCards({ ...session, edits }, (card) => withEdit(card, itemId, faces))
}

function afterUndo(session: Session): Session {
  const last = session.history.at(-1)
  if (!last) return session
  if (last.kind === 'starred') {
    return withStar({ ...session, history: session.history.slice(0, -1) }, last.card.factId, !last.on)
  }
  const { edits, mastery, rejected, takenOut } = session
  const edited = (card: StudyCard) =>
    Object.entries(edits).reduce((before, [itemId, faces]) => withEdit(before, itemId, faces), card)
  const undone = mapCards(last.before, edited)
  const before = withoutUpcoming(undone, ({ itemId }) => takenOut.includes(itemId))
  // The answer stays open: after a wrong key the learner wants to press another.
  const shown = last.kind === 'rated' || before.shown
  return { ...before, edits, mastery, rejected, takenOut, shown, leech: null, withdrawn: null, dropped: 0 }
}

function afterSaving(session: Session, outcome: ReviewOutcome, now: number): Session {
  if (outcome.kind === 'rejected') return { ...session, rejected: [...session.rejected, outcome.id] }
  if (outcome.kind !== 'saved') return session
  const { factId, mastery, intervals, counts, lastSeenDays } = outcome
  // A fact that another tab rated is not new here any more, and rating it again may change no date.
  const change = { intervals, counts, lastSeenDays }
  const renewed = mapCards(session, (card) => (card.factId === factId ? { ...card, ...change } : card))
  const saved = { ...renewed, mastery: { ...session.mastery, [factId]: mastery } }
  return outcome.isAsked ? saved : afterWithdrawal(saved, outcome.id, now)
}

/** The rating is kept; the card does not come again. */
function afterWithdrawal(session: Session, reviewId: string, now: number): Session {
  const rated = session.history.find((entry) => entry.kind === 'rated' && entry.reviewId === reviewId)
  if (!rated) return session
  const { card: withdrawn } = rated
  return { ...withoutCards(session, ({ itemId }) => itemId === withdrawn.itemId, now), withdrawn }
}

function afterTakenOut(session: Session, { itemIds, isAnswering, now }: EventOf<'taken-out'>): Session {
  const { card, shown, hints } = session
  const isTaken = ({ itemId }: StudyCard) => itemIds.includes(itemId)
  // The rating of an open answer is kept.
  const stays = card && isTaken(card) && (isAnswering || shown || hints > 0)
  const left = stays ? withoutUpcoming(session, isTaken) : withoutCards(session, isTaken, now)
  const dropped = cardsLeft(session).length - cardsLeft(left).length
  return dropped === 0 ? session : { ...left, dropped, takenOut: [...session.takenOut, ...itemIds] }
}

/** The card stays on screen and gets the intervals of the new day. */
function afterRefresh(session: Session, { factId, intervals, stepped, counts, lastSeenDays }: StudyCard): Session {
  const change = { intervals, stepped, counts, lastSeenDays }
  return mapCards(session, (card) => (card.factId === factId ? { ...card, ...change } : card))
}

/** The card with the new text of one item, on each rung that asks this item. */
function withEdit(card: StudyCard, itemId: string, edited: readonly Face[]): StudyCard {
  const withText = <F extends Face>(face: F): F => {
    if (face.itemId !== itemId) return face
    const text = edited.find(({ rung }) => rung === face.rung) ?? edited[0]
    return { ...face, ...text, rung: face.rung }
  }
  const faces = Object.entries(card.faces).map(([rung, face]) => [rung, withText(face)])
  return { ...withText(card), faces: Object.fromEntries(faces) }
}

/**
 * A learning step that is due goes first, then the upcoming cards; at the end a step comes early, so that nobody
 * waits before an empty screen. A sibling of the card just seen comes after another card, as long as there is one.
 */
function nextCard(session: Session, now: number): Session {
  const byTime = [...session.learning].sort((first, second) => first.dueAt - second.dueAt)
  const ready = session.upcoming.length === 0 ? byTime : byTime.filter(({ dueAt }) => dueAt <= now)
  const apart = ready.find(({ card }) => card.siblings !== session.card?.siblings)
  const soonest = apart ?? (session.upcoming.length === 0 ? byTime[0] : undefined)
  const closed = { ...session, shown: false, given: '', hints: 0, turn: session.turn + 1 }
  if (soonest) {
    return { ...closed, card: soonest.card, learning: session.learning.filter((step) => step !== soonest) }
  }
  const [card, ...upcoming] = session.upcoming
  return { ...closed, card: card ?? null, upcoming }
}

function withoutCards(session: Session, isTaken: (card: StudyCard) => boolean, now: number): Session {
  const kept = withoutUpcoming(session, isTaken)
  return session.card && isTaken(session.card) ? nextCard(kept, now) : kept
}

function withoutUpcoming(session: Session, isTaken: (card: StudyCard) => boolean): Session {
  const learning = session.learning.filter(({ card }) => !isTaken(card))
  return { ...session, learning, upcoming: session.upcoming.filter((card) => !isTaken(card)) }
}

/** The card on screen among them. */
export function cardsLeft({ card, upcoming, learning }: Session): readonly StudyCard[] {
  return [...(card ? [card] : []), ...upcoming, ...learning.map((step) => step.card)]
}

/** Changes a card wherever it is in the session. */
function mapCards(session: Session, change: (card: StudyCard) => StudyCard): Session {
  return {
    ...session,
    card: session.card && change(session.card),
    upcoming: session.upcoming.map(change),
    learning: session.learning.map((step) => ({ ...step, card: change(step.card) })),
  }
}

/** An input for the answer is open, and keys write into it. */
export function takesTypedAnswer({ card, shown }: Session): boolean {
  return card !== null && card.options === null && !shown
}

/** A wrong choice is Again and a right one at most Good; what was recalled or typed may be rated freely. */
export function allowedRatings({ card, given }: Session): readonly Rating[] {
  const chosen = card?.options?.find(({ text }) => text === given)
  if (!chosen) return earnableRatings(null)
  return earnableRatings(chosen.isRight ? 'right' : 'wrong')
}
