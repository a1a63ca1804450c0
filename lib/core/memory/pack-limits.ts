import { isSameStudyDay } from './counts'
import { type DayLimits, type DoneFact, limitFor, limitsLeft } from './day-limits'
import type { DeckPack } from './deck-pack'
import type { Memory } from './memory'
import { type DeviceRating, isNews, movesSince } from './pack-memories'

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
