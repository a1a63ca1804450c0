import type { Memory } from '../scheduling/memory'
import { outlookOf } from '../session/card-schedule'
import { type SelectableFact, selectFacts, takeSession } from '../session/custom-study'
import { rungOf } from '../session/ladder'
import { spreadSiblings } from '../session/order-facts'
import type { Selection } from '../session/selection'
import { faceOn, type StudyCard } from '../session/study-card'
import { todaysFacts, withDueStatus } from '../session/todays-facts'
import { takenBack } from '../session/undone-reviews'
import { isSetAside } from './apply-flags'
import { type DeckPack, latestOf, type PackedFact } from './deck-pack'
import {
  type DeviceRating,
  type DeviceReview,
  isNews,
  lapsedSince,
  limitsHere,
  memorySince,
  standingRatings,
} from './pack-memories'

type Wanted = {
  readonly deckId: string | null
  /** Null: whatever is due, or was chosen by `only`. */
  readonly factIds: readonly string[] | null
  readonly only?: Selection
  /** So many facts of the selection came before. */
  readonly from?: number
  readonly limit: number
}

type PackSession = {
  readonly cards: readonly StudyCard[]
  /** Facts that would follow today, were the session longer. */
  readonly more: number
  /** Nothing follows today, although there are facts never met: more than the learner takes on a day. */
  readonly holdsBackNew: boolean
}

/** What the exams on packs ask for today. A later stage of core plans it. */
type AskedByExams = (packs: readonly DeckPack[], ratings: readonly DeviceRating[], now: Date) => readonly string[]

/**
 * The cards of one session without a server: the memories of the packs, moved on by what this device has rated since, and
 * the rules that the server picks by. What the server knows and this device does not (another device's ratings) is
 * missing until both have met; the log is then replayed in the order of time.
 */
export function studyPacks(
  packs: readonly DeckPack[],
  reviews: readonly DeviceReview[],
  { deckId, factIds, only = { kind: 'today' }, from = 0, limit }: Wanted,
  now: Date,
  offlineExamFacts: AskedByExams = () => [],
): PackSession {
  const latest = latestOf(packs)
  if (!latest) return { cards: [], more: 0, holdsBackNew: false }
  const { parameters } = latest
  const ratings = standingRatings(reviews)
  const open = packs.filter((pack) => !deckId || pack.deckId === deckId)
  const facts = factsHere(open, ratings, takenBack(reviews))
  const there = facts.filter((fact) => !isSetAside(fact, now))
  const limits = limitsHere(latest, packs, ratings, now)
  const choose = () => {
    if (factIds) return withDueStatus(facts.filter(isOneOf(factIds)), now, parameters)
    if (only.kind === 'today') return todaysFacts(there, limits, now, parameters)
    const asked = () => offlineExamFacts(open, ratings, now)
    return withDueStatus(selectFacts(there, only, asked, { from, now, parameters }), now, parameters)
  }
  const { taken, more } = takeSession(choose(), { only, from: factIds ? 0 : from, limit }, now)
  const cards = spreadSiblings(taken, ({ card }) => card.siblings).map(({ card, memory, dueStatus, factId }) => ({
    ...turned(card, memory),
    ...outlookOf(memory, dueStatus, now, parameters, factId),
  }))
  const isToday = factIds === null && only.kind === 'today'
  const unmet = there.filter(({ memory }) => memory.kind === 'new').length
  return { cards, more, holdsBackNew: isToday && more === 0 && unmet > limits.new }
}

type FactHere = Omit<PackedFact, 'memory'> & SelectableFact

/** As they stand now, in the order of decks and documents. Two decks of one document share its facts: each is asked once. */
function factsHere(
  packs: readonly DeckPack[],
  ratings: readonly DeviceRating[],
  takenBackHere: ReadonlySet<string>,
): readonly FactHere[] {
  const facts = new Map<string, FactHere>()
  for (const pack of [...packs].sort(byAge)) {
    const news = ratings.filter((rating) => isNews(rating, pack))
    for (const fact of pack.facts) {
      const { factId } = fact
      const [memory, lapsedAt] = [memorySince(fact, pack, news), lapsedSince(fact, news, takenBackHere)]
      if (!facts.has(factId)) facts.set(factId, { ...fact, memory, lapsedAt, starred: fact.card.starred })
    }
  }
  return [...facts.values()]
}

function byAge(one: DeckPack, other: DeckPack): number {
  return one.createdAt - other.createdAt || (one.deckId < other.deckId ? -1 : 1)
}

function isOneOf(factIds: readonly string[]): (fact: FactHere) => boolean {
  const wanted = new Set(factIds)
  return ({ factId }) => wanted.has(factId)
}

/** A rating on this device may have brought the fact to another rung. */
function turned(card: StudyCard, memory: Memory): StudyCard {
  const { card: whole } = card.faces
  return whole ? { ...card, ...faceOn({ ...card.faces, card: whole }, rungOf(memory)) } : card
}
