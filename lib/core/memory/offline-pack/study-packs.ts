import type { Memory } from '../scheduling/memory'
import { outlookOf } from '../session/card-schedule'
import { type SelectableFact, selectFacts, takeSession } from '../session/custom-study'
import { rungOf } from '../session/difficulty-ladder'
import { spreadSiblings } from '../session/order-facts'
import { undoneIds } from '../session/reversed-reviews'
import type { Selection } from '../session/selection'
import { faceOn, type StudyCard } from '../session/study-card'
import { todaysFacts, withDueStatus } from '../session/todays-facts'
import { isSuspendedOrBuried } from './apply-fact-flags'
import { type DeckPack, latestPack, type PackedFact } from './deck-pack'
import {
  activeRatingsByTime,
  type DeviceRating,
  type DeviceReview,
  isNotInPack,
  lapsedSince,
  limitsHere,
  memorySince,
} from './pack-memories'

type Wanted = {
  readonly deckId: string | null
  /** Null: what is due, or what `only` chooses. */
  readonly factIds: readonly string[] | null
  readonly only?: Selection
  /** Number of facts of the selection that came before. */
  readonly from?: number
  readonly limit: number
}

type PackSession = {
  readonly cards: readonly StudyCard[]
  /** Facts that would follow today, were the session longer. */
  readonly more: number
  /** Nothing follows today although some facts are new: the daily limit is reached. */
  readonly holdsBackNew: boolean
}

/** What the exams on packs ask for today. A later stage of core plans it. */
type AskedByExams = (packs: readonly DeckPack[], ratings: readonly DeviceRating[], now: Date) => readonly string[]

/**
 * The cards of one session without a server: the memories of the packs after this device's ratings, selected by the rules
 * that the server uses. Another device's ratings are missing until the next download; the server then replays the log in
 * the order of time.
 */
export function studyPacks(
  packs: readonly DeckPack[],
  reviews: readonly DeviceReview[],
  { deckId, factIds, only = { kind: 'today' }, from = 0, limit }: Wanted,
  now: Date,
  offlineExamFacts: AskedByExams = () => [],
): PackSession {
  const latest = latestPack(packs)
  if (!latest) return { cards: [], more: 0, holdsBackNew: false }
  const { parameters } = latest
  const ratings = activeRatingsByTime(reviews)
  const open = packs.filter((pack) => !deckId || pack.deckId === deckId)
  const facts = factsHere(open, ratings, undoneIds(reviews))
  const there = facts.filter((fact) => !isSuspendedOrBuried(fact, now))
  const limits = limitsHere(latest, packs, ratings, now)
  const choose = () => {
    if (factIds) return withDueStatus(facts.filter(isOneOf(factIds)), now, parameters)
    if (only.kind === 'today') return todaysFacts(there, limits, now, parameters)
    const asked = () => offlineExamFacts(open, ratings, now)
    return withDueStatus(selectFacts(there, only, asked, { from, now, parameters }), now, parameters)
  }
  const { taken, more } = takeSession(choose(), { only, from: factIds ? 0 : from, limit }, now)
  const cards = spreadSiblings(taken, ({ card }) => card.siblings).map(({ card, memory, dueStatus, factId }) => ({
    ...onItsRung(card, memory),
    ...outlookOf(memory, dueStatus, now, parameters, factId),
  }))
  const isToday = factIds === null && only.kind === 'today'
  const unmet = there.filter(({ memory }) => memory.kind === 'new').length
  return { cards, more, holdsBackNew: isToday && more === 0 && unmet > limits.new }
}

type FactHere = Omit<PackedFact, 'memory'> & SelectableFact

/** The facts as they are now, in the order of decks and documents. Decks of one document share its facts; each is asked once. */
function factsHere(
  packs: readonly DeckPack[],
  ratings: readonly DeviceRating[],
  undoneHere: ReadonlySet<string>,
): readonly FactHere[] {
  const facts = new Map<string, FactHere>()
  for (const pack of [...packs].sort(byAge)) {
    const news = ratings.filter((rating) => isNotInPack(rating, pack))
    for (const fact of pack.facts) {
      const { factId } = fact
      const [memory, lapsedAt] = [memorySince(fact, pack, news), lapsedSince(fact, news, undoneHere)]
      if (!facts.has(factId)) facts.set(factId, { ...fact, memory, lapsedAt, starred: fact.card.starred })
    }
  }
  return [...facts.values()]
}

function byAge(a: DeckPack, b: DeckPack): number {
  return a.createdAt - b.createdAt || (a.deckId < b.deckId ? -1 : 1)
}

function isOneOf(factIds: readonly string[]): (fact: FactHere) => boolean {
  const wanted = new Set(factIds)
  return ({ factId }) => wanted.has(factId)
}

/** The card on the rung of its memory: a rating on this device may have changed it. */
function onItsRung(card: StudyCard, memory: Memory): StudyCard {
  const { card: whole } = card.faces
  return whole ? { ...card, ...faceOn({ ...card.faces, card: whole }, rungOf(memory)) } : card
}
