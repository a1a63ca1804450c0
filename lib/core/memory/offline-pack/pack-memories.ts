import type { Memory, Rating } from '../scheduling/memory'
import { applyReview } from '../scheduling/replay'
import { isSameStudyDay } from '../scheduling/study-day'
import { type DayLimits, type DoneFact, limitFor, limitsLeft } from '../session/day-limits'
import { activeRatings } from '../session/reversed-reviews'
import { type DeckPack, type PackedFact, unpackMemory } from './deck-pack'

/** A rating or a reversal made on this device. `savedAt`: the server's time when it saved it; 0: not yet. */
export type DeviceReview = { readonly id: string; readonly at: number; readonly savedAt: number } & (
  | { readonly factId: string; readonly rating: Rating; readonly assisted?: boolean | undefined }
  | { readonly reversesId: string }
)
export type DeviceRating = Extract<DeviceReview, { factId: string }>

/** The ratings of this device that were not undone, in the order of time. */
export function activeRatingsByTime(reviews: readonly DeviceReview[]): readonly DeviceRating[] {
  return [...activeRatings(reviews)].sort((a, b) => a.at - b.at)
}

/** Not in the pack: the server saved it after the pack was made, or has not saved it. */
export function isNotInPack({ savedAt }: DeviceReview, { madeAt }: DeckPack): boolean {
  return savedAt === 0 || savedAt > madeAt
}

/** The memory of a fact of the pack after the ratings made on this device since. */
export function memorySince(fact: PackedFact, pack: DeckPack, news: readonly DeviceRating[]): Memory {
  return changesSince(fact, pack, news).at(-1)?.after ?? unpackMemory(fact.memory)
}

/** A rating on this device and the memory before and after it. */
type Change = { readonly at: Date; readonly before: Memory; readonly after: Memory; readonly scheduled: boolean }

/** The ratings that moved the schedule of a fact since the pack was made, in the order of time. */
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

/** When a fact of the pack was last rated Again, in milliseconds, without the ratings undone on this device. */
export function lapsedSince(
  { factId, lapses }: PackedFact,
  news: readonly DeviceRating[],
  undoneHere: ReadonlySet<string>,
): number | null {
  const known = lapses.filter(({ id }) => !undoneHere.has(id))
  const here = news.filter((rated) => rated.factId === factId && rated.rating === 'again')
  return [...known, ...here].reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null)
}

function changeBy(
  { factId, rating, assisted = false, ...rated }: DeviceRating,
  before: Memory,
  pack: DeckPack,
): Change | null {
  const at = new Date(rated.at)
  // Older than the memory in the pack: the server will replay it in order; here the pack's memory stays.
  if (before.kind === 'reviewed' && at <= before.lastReview) return null
  const review = { factId, source: 'card', rating, at, assisted, parameters: pack.parameters } as const
  const { memory: after, scheduled } = applyReview(before, review)
  return { at, before, after, scheduled }
}

/** The limits left on this study day over all decks, after what the latest pack counts and what was done here since. */
export function limitsHere(
  { parameters, limits, madeAt }: DeckPack,
  packs: readonly DeckPack[],
  ratings: readonly DeviceRating[],
  now: Date,
): DayLimits {
  const counted = isSameStudyDay(new Date(madeAt), now, parameters) ? limits.done : []
  return limitsLeft(limits.perDay, [...counted, ...packs.flatMap((pack) => doneHere(pack, ratings, now))])
}

/** Facts of the pack whose schedule was moved on this device, since the pack was made and on this study day. */
function doneHere(pack: DeckPack, ratings: readonly DeviceRating[], now: Date): readonly DoneFact[] {
  const isToday = (at: Date) => isSameStudyDay(at, now, pack.parameters)
  const news = ratings.filter((rating) => isNotInPack(rating, pack))
  const rated = new Set(news.map(({ factId }) => factId))
  return pack.facts
    .filter(({ factId }) => rated.has(factId))
    .flatMap((fact) => {
      const first = movesSince(fact, pack, news).find(({ at }) => isToday(at))
      return first ? [{ factId: fact.factId, limit: limitFor(asDayBegan(first.before, isToday)) }] : []
    })
}

/**
 * The memory as the study day began. Cards rated before the pack was made are counted by the server. A memory of today that
 * it did not count comes from a quiz, which moves a fact once a day; if that was its first review, the fact was new.
 */
function asDayBegan(memory: Memory, isToday: (at: Date) => boolean): Memory {
  const isMetToday = memory.kind === 'reviewed' && memory.reviews === 1 && isToday(memory.lastReview)
  return isMetToday ? { kind: 'new' } : memory
}
