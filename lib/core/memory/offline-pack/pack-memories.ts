import type { Memory, Rating } from '../scheduling/memory'
import { applyReview } from '../scheduling/replay'
import { isSameStudyDay } from '../scheduling/study-day'
import { type DayLimits, type DoneFact, limitFor, limitsLeft } from '../session/day-limits'
import { activeRatings } from '../session/undone-reviews'
import { type DeckPack, type PackedFact, unpackMemory } from './deck-pack'

/** A rating or a reversal that this device has seen. `savedAt`: the server's clock when it took it; 0: not yet. */
export type DeviceReview = { readonly id: string; readonly at: number; readonly savedAt: number } & (
  | { readonly factId: string; readonly rating: Rating; readonly assisted?: boolean | undefined }
  | { readonly reversesId: string }
)
export type DeviceRating = Extract<DeviceReview, { factId: string }>

/** The ratings of this device that were not taken back, in the order of time. */
export function standingRatings(reviews: readonly DeviceReview[]): readonly DeviceRating[] {
  return [...activeRatings(reviews)].sort((one, other) => one.at - other.at)
}

/** Not in the pack: the server took it after the pack was made, or has not taken it. */
export function isNews({ savedAt }: DeviceReview, { madeAt }: DeckPack): boolean {
  return savedAt === 0 || savedAt > madeAt
}

/** The memory of a fact of the pack, moved on by what was rated here since. */
export function memorySince(fact: PackedFact, pack: DeckPack, news: readonly DeviceRating[]): Memory {
  return changesSince(fact, pack, news).at(-1)?.after ?? unpackMemory(fact.memory)
}

/** A rating on this device and the memory before and after it. */
type Change = { readonly at: Date; readonly before: Memory; readonly after: Memory; readonly scheduled: boolean }

/** What moved the schedule of a fact of the pack since it was made, in the order of time. */
export function movesSince(fact: PackedFact, pack: DeckPack, news: readonly DeviceRating[]): readonly Change[] {
  return changesSince(fact, pack, news).filter(({ scheduled }) => scheduled)
}

function changesSince({ factId, memory }: PackedFact, pack: DeckPack, news: readonly DeviceRating[]) {
  let before = unpackMemory(memory)
  return news.flatMap((rating): readonly Change[] => {
    if (rating.factId !== factId) return []
    const change = changeBy(rating, before, pack)
    before = change?.after ?? before
    return change ? [change] : []
  })
}

/** When a fact of the pack was last rated Again, in milliseconds, but for what was taken back here. */
export function lapsedSince(
  { factId, lapses }: PackedFact,
  news: readonly DeviceRating[],
  takenBackHere: ReadonlySet<string>,
): number | null {
  const known = lapses.filter(({ id }) => !takenBackHere.has(id))
  const here = news.filter((one) => one.factId === factId && one.rating === 'again')
  return [...known, ...here].reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null)
}

function changeBy(
  { factId, rating, assisted = false, ...rated }: DeviceRating,
  before: Memory,
  pack: DeckPack,
): Change | null {
  const at = new Date(rated.at)
  // Earlier than what the server knows: it will fold it in; here the later one stands.
  if (before.kind === 'reviewed' && at <= before.lastReview) return null
  const review = { factId, source: 'card', rating, at, assisted, parameters: pack.parameters } as const
  const { memory: after, scheduled } = applyReview(before, review)
  return { at, before, after, scheduled }
}

/** What this study day has left, over all decks: less what the server had counted by the latest pack, and what was done here since. */
export function limitsHere(
  { parameters, limits, madeAt }: DeckPack,
  packs: readonly DeckPack[],
  ratings: readonly DeviceRating[],
  now: Date,
): DayLimits {
  const counted = isSameStudyDay(new Date(madeAt), now, parameters) ? limits.done : []
  return limitsLeft(limits.perDay, [...counted, ...packs.flatMap((pack) => doneHere(pack, ratings, now))])
}

/** Facts of the pack that were moved here since it was made, on this study day. */
function doneHere(pack: DeckPack, ratings: readonly DeviceRating[], now: Date): readonly DoneFact[] {
  const isToday = (at: Date) => isSameStudyDay(at, now, pack.parameters)
  const news = ratings.filter((rating) => isNews(rating, pack))
  const rated = new Set(news.map(({ factId }) => factId))
  return pack.facts
    .filter(({ factId }) => rated.has(factId))
    .flatMap((fact) => {
      const first = movesSince(fact, pack, news).find(({ at }) => isToday(at))
      return first ? [{ factId: fact.factId, limit: limitFor(asDayBegan(first.before, isToday)) }] : []
    })
}

/**
 * What was done by cards before the pack was made the server has counted. If the memory is of today even so, a quiz made it,
 * which moves a fact once a day: with a first review it was new in the morning.
 */
function asDayBegan(memory: Memory, isToday: (at: Date) => boolean): Memory {
  const isMetToday = memory.kind === 'reviewed' && memory.reviews === 1 && isToday(memory.lastReview)
  return isMetToday ? { kind: 'new' } : memory
}
