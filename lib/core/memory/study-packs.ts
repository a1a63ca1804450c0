import { type DeckPack, latestOf, type PackedFact, unpackMemory } from './deck-pack'
import { faceOn } from './face'
import { rungOf } from './ladder'
import { isSetAside } from './mark-packs'
import type { Memory, Rating } from './memory'
import { spreadSiblings } from './order-session'
import { outlookOf } from './outlook'
import { type DayLimits, pickFacts, takeFacts } from './pick-facts'
import { applyReview } from './replay'
import type { Selection } from './selection'
import type { StudyCard } from './study-card'
import { studyDay } from './study-day'

/** A rating or a reversal that this device has seen. `savedAt`: the server's clock when it took it; 0: not yet. */
export type DeviceReview = { readonly id: string; readonly at: number; readonly savedAt: number } & (
  | { readonly factId: string; readonly rating: Rating; readonly assisted?: boolean | undefined }
  | { readonly reversesId: string }
)
type DeviceRating = Extract<DeviceReview, { factId: string }>

type Wanted = {
  readonly deckId: string | null
  /** Null: whatever is due. */
  readonly factIds: readonly string[] | null
  readonly only?: Selection
  /** Practice, which moves nothing. */
  readonly cram?: boolean
  readonly limit: number
}

/**
 * The cards of one session without a server: the memories of the packs, moved on by what this device has rated since, and
 * the rules that the server picks by. What the server knows and this device does not (another device's ratings) is
 * missing until both have met; the log is then replayed in the order of time.
 */
export function studyPacks(
  packs: readonly DeckPack[],
  reviews: readonly DeviceReview[],
  wanted: Wanted,
  now: Date,
): { readonly cards: readonly StudyCard[]; readonly more: number } {
  const open = packs.filter(({ deckId }) => !wanted.deckId || deckId === wanted.deckId)
  const latest = latestOf(packs)
  if (!latest) return { cards: [], more: 0 }
  const standing = standingRatings(reviews)
  // Two decks of one document share its facts: each is asked once.
  const facts = new Map(open.flatMap((pack) => pack.facts.map((fact) => [fact.factId, { pack, fact }] as const)))
  const candidates = [...facts.values()].map(({ pack, fact }) => ({
    ...fact,
    memory: memoryOf(fact, pack, standing),
  }))
  const { parameters } = latest
  const chosen = wanted.factIds && new Set(wanted.factIds)
  const there = candidates.filter((fact) => (chosen ? chosen.has(fact.factId) : !isSetAside(fact, now)))
  const apart = chosen ? there : selectHere(there, wanted)
  const all = apart
    ? takeFacts(apart, now, parameters)
    : pickFacts(there, limitsLeft(latest, packs, standing, now), now, parameters)
  const picked = spreadSiblings(all.slice(0, wanted.limit), ({ card }) => card.siblings)
  const cards = picked.map(({ card, memory, pile, factId }) => ({
    ...turned(card, memory),
    ...outlookOf(memory, pile, now, parameters, factId),
  }))
  return { cards, more: all.length - picked.length }
}

type Here = { readonly memory: Memory; readonly card: StudyCard }

/**
 * What was chosen apart from the day's work, as far as a device can tell; null: the day's work. What only the server knows
 * (forgotten lately, tags, exams) is practised as everything: that moves no date.
 */
function selectHere<One extends Here>(there: readonly One[], { only, cram }: Wanted): readonly One[] | null {
  if (only?.kind === 'new') return there.filter(({ memory }) => memory.kind === 'new')
  if (only?.kind === 'starred') return there.filter(({ card }) => card.starred)
  return only?.kind === 'all' || cram ? there : null
}

/** A rating on this device may have brought the fact to another rung. */
function turned(card: StudyCard, memory: Memory): StudyCard {
  const { card: whole } = card.faces
  return whole ? { ...card, ...faceOn({ ...card.faces, card: whole }, rungOf(memory)) } : card
}

function memoryOf({ factId, memory }: PackedFact, pack: DeckPack, standing: readonly DeviceRating[]): Memory {
  const since = standing.filter((rating) => rating.factId === factId && isNews(rating, pack))
  return since.reduce((before, rating) => memoryAfter(before, rating, pack), unpackMemory(memory))
}

/** Not in the pack's memories: the server took it after the pack was made, or has not taken it. */
function isNews({ savedAt }: DeviceReview, { madeAt }: DeckPack): boolean {
  return savedAt === 0 || savedAt > madeAt
}

function memoryAfter(memory: Memory, { rating, assisted = false, ...rated }: DeviceRating, pack: DeckPack): Memory {
  const at = new Date(rated.at)
  // Earlier than what the server knows: it will fold it in; here the later one stands.
  if (memory.kind === 'reviewed' && at <= memory.lastReview) return memory
  const { factId } = rated
  return applyReview(memory, { factId, source: 'card', rating, at, assisted, parameters: pack.parameters }).memory
}

function standingRatings(reviews: readonly DeviceReview[]): readonly DeviceRating[] {
  const reversed = new Set(reviews.flatMap((review) => ('reversesId' in review ? [review.reversesId] : [])))
  return reviews
    .filter((review): review is DeviceRating => 'factId' in review && !reversed.has(review.id))
    .sort((one, other) => one.at - other.at)
}

/** The day's limits hold over all decks: less what the server had counted, and what was done here since. */
function limitsLeft(
  latest: DeckPack,
  packs: readonly DeckPack[],
  standing: readonly DeviceRating[],
  now: Date,
): DayLimits {
  const dayOf = (at: number) => studyDay(new Date(at), latest.parameters.timeZone, latest.parameters.dayStartHour)
  const today = dayOf(now.getTime())
  const isNew = new Map(packs.flatMap(({ facts }) => facts.map(({ factId, memory }) => [factId, memory === null])))
  const since = standing.filter((rating) => isNews(rating, latest) && dayOf(rating.at) === today && !rating.assisted)
  const done = [...new Set(since.map(({ factId }) => factId))]
  const { left, perDay } = latest.limits
  const before = dayOf(latest.madeAt) === today ? left : perDay
  const less = (limit: number, known: boolean) =>
    Math.max(0, limit - done.filter((factId) => isNew.get(factId) === known).length)
  return { new: less(before.new, true), due: less(before.due, false) }
}
