import 'server-only'
import type { DeckId } from '../../core/ids'
import { shownRecall } from '../../core/memory/scheduling/mastery'
import { parametersOf } from '../../core/memory/scheduling/parameters'
import { studyDaysBetween } from '../../core/memory/scheduling/study-day'
import { type Interval, waitUntil } from '../../core/memory/session/interval'
import type { Viewer } from '../../core/people/viewer'
import { countsForRecall, meanRecall, percent } from '../../core/statistics/predicted-recall'
import { memoriesByFact } from '../memories/memory-rows'
import { dailyLimits } from '../study/daily-limits'
import { type DeckSummary, summariseDeck } from './summarise-deck'

export type DeckProgress = Pick<DeckSummary, 'patches' | 'due' | 'new'> & {
  /** Chance in percent that a fact of the deck would come back now, of those that `countsForRecall` counts; null if it counts none. */
  readonly percent: number | null
  /** Study days since the deck was last studied; null when never. */
  readonly lastStudiedDays: number | null
  readonly next: Interval | null
  /** Of the new facts those that today's share leaves room for. */
  readonly newToday: number
  /** Facts that were met and are least likely to come back, worst first. */
  readonly weakest: readonly (DeckSummary['patches'][number] & {
    /** Chance that it would come back now. */
    readonly percent: number
  })[]
}

const WEAKEST = 3
/** Proficient and better need no help. */
const WEAK_UP_TO_MASTERY = 2

export async function deckProgress(viewer: Viewer | null, deckId: DeckId, now: Date): Promise<DeckProgress> {
  const summary = await summariseDeck(viewer, deckId, now)
  const memories = await memoriesByFact(
    viewer,
    summary.patches.map(({ factId }) => factId),
  )
  const chanceOf = (factId: string) => shownRecall(memories.get(factId) ?? { kind: 'new' }, now)
  const { patches, due, lastStudied, nextDue } = summary
  const counted = patches.filter(({ hasCard, mastery }) => countsForRecall({ hasCard, isSeen: mastery > 0 }))
  const parameters = parametersOf(viewer)
  return {
    patches,
    due,
    new: summary.new,
    lastStudiedDays: lastStudied && studyDaysBetween(lastStudied, now, parameters),
    next: nextDue && waitUntil(nextDue, now, parameters),
    newToday: Math.min(summary.new, (await dailyLimits(viewer, now)).new),
    percent: counted.length > 0 ? percent(meanRecall(counted.map(({ factId }) => chanceOf(factId)))) : null,
    weakest: patches
      .filter(({ mastery, hasCard }) => hasCard && mastery > 0 && mastery <= WEAK_UP_TO_MASTERY)
      .sort((a, b) => chanceOf(a.factId) - chanceOf(b.factId))
      .slice(0, WEAKEST)
      .map((fact) => ({ ...fact, percent: percent(chanceOf(fact.factId)) })),
  }
}
