import type { Memory } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import type { DayLimits } from './day-limits'
import { type DueStatus, dueStatusOf, dueWindows } from './due-rule'
import { interleave, orderDue } from './order-facts'

type Remembered = { readonly memory: Memory }
type WithDueStatus<T> = T & { readonly dueStatus: DueStatus }

/**
 * The facts to study today: steps that are due, then reviews with new facts spread among them, and last the steps that are due
 * soon.
 */
export function todaysFacts<T extends Remembered>(
  candidates: readonly T[],
  limits: DayLimits,
  now: Date,
  parameters: MemoryParameters,
): readonly WithDueStatus<T>[] {
  const windows = dueWindows(now, parameters)
  const today = candidates.flatMap((candidate) => {
    const dueStatus = dueStatusOf(candidate.memory, windows)
    return dueStatus ? [{ ...candidate, dueStatus }] : []
  })
  const withStatus = (wanted: DueStatus) => today.filter(({ dueStatus }) => dueStatus === wanted)
  const learning = withStatus('learning').sort((first, second) => dueTime(first.memory) - dueTime(second.memory))
  const due = orderDue(withStatus('due').flatMap(withTimes), limits.due, now).map(({ fact }) => fact)
  const isReady = ({ memory }: Remembered) => dueTime(memory) <= now.getTime()
  const ready = learning.filter(isReady)
  const review = interleave(due, withStatus('new').slice(0, limits.new))
  return [...ready, ...review, ...learning.filter((candidate) => !isReady(candidate))]
}

/** Facts that the learner chose, due or not. */
export function withDueStatus<T extends Remembered>(
  candidates: readonly T[],
  now: Date,
  parameters: MemoryParameters,
): readonly WithDueStatus<T>[] {
  const windows = dueWindows(now, parameters)
  return candidates.map((candidate) => ({ ...candidate, dueStatus: dueStatusOf(candidate.memory, windows) ?? 'ahead' }))
}

function withTimes<T extends Remembered>(fact: T) {
  const { memory } = fact
  if (memory.kind === 'new') return []
  const { stability, lastReview, due } = memory
  return [{ stability, lastReview, due, fact }]
}

function dueTime(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.due.getTime()
}
