import { isScheduling } from '../scheduling/counted-reviews'
import { masteryOf } from '../scheduling/mastery'
import { type Memory, RATINGS } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import { futures } from '../scheduling/scheduler'
import { studyDaysBetween } from '../scheduling/study-day'
import { rungOf } from './difficulty-ladder'
import type { DueStatus } from './due-rule'
import { intervalOf } from './interval'
import type { Intervals, ReviewedAnew, StudyCard } from './study-card'

/** The fields of a card that depend on the learner's memory and the time. */
type Outlook = Pick<
  StudyCard,
  'dueStatus' | 'mastery' | 'lapses' | 'lastSeenDays' | 'intervals' | 'stepped' | 'counts' | 'wanted'
>

/** Used by the server, and by a browser that is offline. */
export function outlookOf(
  memory: Memory,
  dueStatus: DueStatus,
  now: Date,
  parameters: MemoryParameters,
  factId: string,
): Outlook {
  return {
    ...reviewedAnew(memory, now, parameters, factId),
    dueStatus,
    mastery: masteryOf(memory, now),
    lapses: memory.kind === 'new' ? 0 : memory.lapses,
    stepped: steppedOf(memory, now, parameters, factId),
    wanted: rungOf(memory),
  }
}

/** What a review changes on a card that is shown again today. */
export function reviewedAnew(memory: Memory, now: Date, parameters: MemoryParameters, factId: string): ReviewedAnew {
  return {
    lastSeenDays: memory.kind === 'new' ? null : studyDaysBetween(memory.lastReview, now, parameters),
    intervals: intervalsOf(memory, now, parameters, factId),
    counts: isScheduling(memory, 'card', now, parameters),
  }
}

/** The intervals on the four rating buttons. A rating that is only logged does not move the due date. */
function intervalsOf(memory: Memory, now: Date, parameters: MemoryParameters, factId: string): Intervals {
  const counts = isScheduling(memory, 'card', now, parameters)
  const next = futures(memory, now, parameters, factId)
  const entries = RATINGS.map((rating) => {
    const after = counts || memory.kind === 'new' ? next[rating] : memory
    return [rating, intervalOf(after, now, parameters)] as const
  })
  return Object.fromEntries(entries) as Intervals
}

function steppedOf(memory: Memory, now: Date, parameters: MemoryParameters, factId: string): StudyCard['stepped'] {
  if (!isScheduling(memory, 'card', now, parameters)) return {}
  const next = futures(memory, now, parameters, factId)
  const steps = RATINGS.filter((rating) => next[rating].state !== 'review')
  return Object.fromEntries(
    steps.map((rating) => [rating, intervalsOf(next[rating], next[rating].due, parameters, factId)]),
  )
}
