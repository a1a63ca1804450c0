import { MINUTE_MS } from '../../shared/time'
import type { Memory, MemoryState } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import { beginOfStudyDay, endOfStudyDay } from '../scheduling/study-day'
import type { Pile } from './study-card'

/** A step that is due within this time is shown early rather than letting someone wait before an empty screen. */
const LEARN_AHEAD_MINUTES = 20

/** From `from`, that moment included, until before `before`; a missing bound is no bound. */
export type TimeRange = { readonly from?: Date; readonly before?: Date }

/**
 * Memories that wait for the same: one of these states, and both times in their ranges. It is data, so that a query can be
 * built of it (lib/data/study/find-due-facts.ts); see docs/decisions/0042.
 */
export type DueWindow = {
  /** Null: nothing to do before a later day, or a later moment for a step. */
  readonly pile: 'learning' | 'due' | null
  readonly states: readonly MemoryState[]
  readonly due: TimeRange
  readonly lastReview: TimeRange
}

type DaySettings = Pick<MemoryParameters, 'timeZone' | 'dayStartHour'>

/** Every memory that is not new is in one of these windows, and in one only. */
export function dueWindows(now: Date, { timeZone, dayStartHour }: DaySettings): readonly DueWindow[] {
  const dayBegin = beginOfStudyDay(now, timeZone, dayStartHour)
  const dayEnd = endOfStudyDay(now, timeZone, dayStartHour)
  // A step that is due at the last moment of the time ahead is shown.
  const stepsEnd = new Date(now.getTime() + LEARN_AHEAD_MINUTES * MINUTE_MS + 1)
  const steps = { states: ['learning', 'relearning'], lastReview: {} } as const
  const review = { states: ['review'] } as const
  return [
    { ...steps, pile: 'learning', due: { before: stepsEnd } },
    { ...steps, pile: null, due: { from: stepsEnd } },
    { ...review, pile: 'due', due: { before: dayEnd }, lastReview: { before: dayBegin } },
    // After a move to another time zone a fact may be due on the day on which it was reviewed: it waits for the next one.
    { ...review, pile: null, due: { before: dayEnd }, lastReview: { from: dayBegin } },
    { ...review, pile: null, due: { from: dayEnd }, lastReview: {} },
  ]
}

/** Where a fact stands today: to be met, on its steps, to review; null: nothing to do now. `windows`: those of `dueWindows`. */
export function pileOf(memory: Memory, windows: readonly DueWindow[]): Exclude<Pile, 'ahead'> | null {
  if (memory.kind === 'new') return 'new'
  const { state, due, lastReview } = memory
  const holds = (window: DueWindow) =>
    window.states.includes(state) && isWithin(due, window.due) && isWithin(lastReview, window.lastReview)
  return windows.find(holds)?.pile ?? null
}

function isWithin(at: Date, { from, before }: TimeRange): boolean {
  return (!from || at >= from) && (!before || at < before)
}
