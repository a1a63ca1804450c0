import { isLeechAt, type Mastery, type Rating } from '@/lib/core/memory/scheduling/memory'
import { rungAfter } from '@/lib/core/memory/session/ladder'
import type { MarkKind } from '@/lib/core/memory/session/mark'
import { type Face, faceOn, otherFace, type ReviewOutcome, type StudyCard } from '@/lib/core/memory/session/study-card'

/** A card on its steps within this session. */
type Waiting = { readonly card: StudyCard; readonly dueAt: number }

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
function mapCards(session: Session, change: (card: StudyCard) => StudyCard): Session {
  return {
    ...session,
    card: session.card && change(session.card),
    ahead: session.ahead.map(change),
    waiting: session.waiting.map((waiting) => ({ ...waiting, card: change(waiting.card) })),
  }
}

/** One step of a session: what it becomes by what has happened. */
export function sessionAfter(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'show':
      return session.card ? { ...session, shown: true, given: event.given } : session
    case 'hint':
      return session.card && !session.shown ? { ...session, hints: session.hints + 1 } : session
    case 'rate':
      return rateInSession(session, event)
    case 'set-aside':
      return afterSettingAside(session, event)
    case 'star':
      return afterStar(session)
    case 'ask-otherwise':
      return askedOtherwise(session)
    case 'edited':
      return afterEdit(session, event)
    case 'undo':
      return afterUndo(session)
    case 'saved':
      return event.outcomes.reduce(afterSaving, session)
    case 'day-turned':
      return onNewDay(session, event.card)
    case 'skip':
      return withoutFacts(session, event.factIds, event.now)
  }
}

function afterSettingAside(session: Session, event: Extract<SessionEvent, { kind: 'set-aside' }>): Session {
  const { card, as, now } = event
  const deeds = [...session.deeds, { kind: 'set-aside', card, as, before: session } as const]
  return withoutFacts({ ...session, deeds, leech: null }, [card.factId], now)
}

function afterStar(session: Session): Session {
  const { card } = session
  if (!card) return session
  const on = !card.starred
  return starred({ ...session, deeds: [...session.deeds, { kind: 'starred', card, on, before: session }] }, card, on)
}

function starred(session: Session, { factId }: StudyCard, on: boolean): Session {
  return mapCards(session, (card) => (card.factId === factId ? { ...card, starred: on } : card))
}

/** What keeps slipping comes next time by another item on the same fact. */
function askedOtherwise(session: Session): Session {
  const { leech } = session
  const face = leech && otherFace(leech.faces, leech.itemId)
  if (!leech || !face) return session
  const turned = mapCards(session, (card) => (card.factId === leech.factId ? { ...card, ...face } : card))
  return { ...turned, leech: null }
}

function afterEdit(session: Session, { itemId, faces }: Extract<SessionEvent, { kind: 'edited' }>): Session {
  const edits = { ...session.edits, [itemId]: faces }
  return mapCards({ ...session, edits }, (card) => withWords(card, itemId, faces))
}

function afterUndo(session: Session): Session {
  const last = session.deeds.at(-1)
  if (!last) return session
  if (last.kind === 'starred') {
    return starred({ ...session, deeds: session.deeds.slice(0, -1) }, last.card, !last.on)
  }
  const { edits, mastery, rejected } = session
  const worded = (card: StudyCard) =>
    Object.entries(edits).reduce((now, [id, faces]) => withWords(now, id, faces), card)
  const before = mapCards(last.before, worded)
  // The answer stays open: whoever pressed the wrong key wants to press another.
  return { ...before, edits, mastery, rejected, shown: last.kind === 'rated' || before.shown, leech: null }
}

function afterSaving(session: Session, outcome: ReviewOutcome): Session {
  if (outcome.kind === 'rejected') return { ...session, rejected: [...session.rejected, outcome.id] }
  if (outcome.kind !== 'saved') return session
  const { factId, mastery, intervals, counts, lastSeenDays } = outcome
  // Rated in another tab it is not new here any more, and rating it again may change no date.
  const since = { intervals, counts, lastSeenDays }
  const renewed = mapCards(session, (card) => (card.factId === factId ? { ...card, ...since } : card))
  return { ...renewed, mastery: { ...session.mastery, [factId]: mastery } }
}

/** It stays as it stands on screen; what its ratings lead to is of the new day. */
function onNewDay(session: Session, { factId, intervals, stepped, counts, lastSeenDays }: StudyCard): Session {
  const turned = { intervals, stepped, counts, lastSeenDays }
  return mapCards(session, (card) => (card.factId === factId ? { ...card, ...turned } : card))
}

/** The card in the new words of one item, on each rung that asks it. */
function withWords(card: StudyCard, itemId: string, renewed: readonly Face[]): StudyCard {
  const anew = <One extends Face>(face: One): One => {
    if (face.itemId !== itemId) return face
    const words = renewed.find(({ rung }) => rung === face.rung) ?? renewed[0]
    return { ...face, ...words, rung: face.rung }
  }
  const faces = Object.entries(card.faces).map(([rung, face]) => [rung, anew(face)])
  return { ...anew(card), faces: Object.fromEntries(faces) }
}

const MINUTE_MS = 60_000

type Rate = Extract<SessionEvent, { kind: 'rate' }>

/** The card on screen is rated and the next one comes; it is back itself where its steps, a hint or practice bring it. */
function rateInSession(session: Session, { rating, reviewId, now }: Rate): Session {
  const { card, hints, cram } = session
  if (!card || !session.shown) return session
  const assisted = hints > 0
  const deeds = [...session.deeds, { kind: 'rated', reviewId, card, rating, assisted, before: session } as const]
  const rated = { ...session, deeds, leech: leechOf(session, rating) }
  // What was helped has not been answered yet, and in practice only what was not known comes again: both at the end.
  if (assisted || cram) {
    const again = assisted || rating === 'again' ? [card] : []
    return nextCard({ ...rated, ahead: [...session.ahead, ...again] }, now)
  }
  return nextCard({ ...rated, waiting: [...session.waiting, ...onSteps(card, rating, now)] }, now)
}

function onSteps(card: StudyCard, rating: Rating, now: number): readonly Waiting[] {
  const { unit, count } = card.intervals[rating]
  return unit === 'minutes' ? [{ card: onItsSteps(card, rating), dueAt: now + count * MINUTE_MS }] : []
}

function leechOf({ card, hints, cram }: Session, rating: Rating): StudyCard | null {
  const isKnown = card?.pile === 'due' || card?.pile === 'ahead'
  const slipped = isKnown && card.counts && rating === 'again' && hints === 0 && !cram
  return card && slipped && isLeechAt(card.lapses + 1) ? onItsSteps(card, rating) : null
}

/** The server will say what comes next; until then, and without a network, what was worked out with the page. */
function onItsSteps(card: StudyCard, rating: Rating): StudyCard {
  const wanted = rungAfter(card.wanted, rating)
  const face = faceOn({ card, ...card.faces }, wanted)
  const intervals = card.stepped[rating] ?? card.intervals
  return { ...card, ...face, wanted, pile: 'learning', lastSeenDays: 0, intervals }
}

/**
 * A step that has come due goes first, then what lies ahead; at the end nobody waits for a step before an empty screen. What
 * shares a sentence or a list with the card just seen comes after another, as long as there is one.
 */
function nextCard(session: Session, now: number): Session {
  const byTime = [...session.waiting].sort((one, other) => one.dueAt - other.dueAt)
  const ready = session.ahead.length === 0 ? byTime : byTime.filter(({ dueAt }) => dueAt <= now)
  const apart = ready.find(({ card }) => card.siblings !== session.card?.siblings)
  const soonest = apart ?? (session.ahead.length === 0 ? byTime[0] : undefined)
  const fresh = { ...session, shown: false, given: '', hints: 0, turn: session.turn + 1 }
  if (soonest) {
    return { ...fresh, card: soonest.card, waiting: session.waiting.filter((waiting) => waiting !== soonest) }
  }
  const [card, ...ahead] = session.ahead
  return { ...fresh, card: card ?? null, ahead }
}

/** Facts that are set aside, or whose ratings still wait on this device from before the page was loaded again. */
function withoutFacts(session: Session, factIds: readonly string[], now: number): Session {
  const isLeft = (card: StudyCard) => !factIds.includes(card.factId)
  const waiting = session.waiting.filter(({ card }) => isLeft(card))
  const left = { ...session, waiting, ahead: session.ahead.filter(isLeft) }
  return session.card && !isLeft(session.card) ? nextCard(left, now) : left
}
