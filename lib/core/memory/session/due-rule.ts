import { MINUTE_MS } from '../../shared/time'
import type { Memory, MemoryState } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import { beginOfStudyDay, endOfStudyDay } from '../scheduling/study-day'

/** A step that is due within this time is shown early rather than letting someone wait before an empty screen. */
const LEARN_AHEAD_MINUTES = 20

/**
 * Why a fact is studied today: never met, on its learning steps, due for review, or `ahead`: chosen by the learner before it
 * is due.
 */
export type DueStatus = 'new' | 'learning' | 'due' | 'ahead'

/** From `from`, that moment included, until before `before`; a missing bound is no bound. */
export type TimeRange = { readonly from?: Date; readonly before?: Date }

/**
 * Memories of one due status: in one of these states, and both times in their ranges. It is data, so that a query can be
 * built of it (lib/data/study/find-due-facts.ts); see docs/decisions/0042.
 */
export type DueWindow = {
  /** Null: nothing to do before a later day, or a later moment for a step. */
  readonly dueStatus: Extract<DueStatus, 'learning' | 'due'> | null
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
    { ...steps, dueStatus: 'learning', due: { before: stepsEnd } },
    { ...steps, dueStatus: null, due: { from: stepsEnd } },
    { ...review, dueStatus: 'due', due: { before: dayEnd }, lastReview: { before: dayBegin } },
    // After a move to another time zone a fact may be due on the day on which it was reviewed: it waits for the next one.
    { ...review, dueStatus: null, due: { before: dayEnd }, lastReview: { from: dayBegin } },
    { ...review, dueStatus: null, due: { from: dayEnd }, lastReview: {} },
  ]
}

/** Null: nothing to do now. `windows`: those of `dueWindows`. */
export function dueStatusOf(memory: Memory, windows: readonly DueWindow[]): Exclude<DueStatus, 'ahead'> | null {
  if (memory.kind === 'new') return 'new'
  const { state, due, lastReview } = memory
  const holds = (window: DueWindow) =>
    window.states.includes(state) && isWithin(due, window.due) && isWithin(lastReview, window.lastReview)
  return windows.find(holds)?.dueStatus ?? null
}

function isWithin(at: Date, { from, before }: TimeRange): boolean {
  return (!from || at >= from) && (!before || at < before)
}
