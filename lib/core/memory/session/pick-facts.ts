import type { Memory } from '../scheduling/memory'
import type { MemoryParameters } from '../scheduling/parameters'
import { endOfStudyDay, isSameStudyDay } from '../scheduling/study-day'
import type { DayLimits } from './day-limits'
import { interleave, orderDue } from './order-facts'
import type { Pile } from './study-card'

type Remembered = { readonly memory: Memory }
type Piled<T> = T & { readonly pile: Pile }

/**
 * What is to be done today: steps whose time has come, what is closest to being forgotten with new facts in between, and
 * last the steps whose time is near.
 */
export function pickFacts<T extends Remembered>(
  candidates: readonly T[],
  limits: DayLimits,
  now: Date,
  parameters: MemoryParameters,
): readonly Piled<T>[] {
  const piled = candidates.flatMap((candidate) => {
    const pile = pileOf(candidate.memory, now, parameters)
    return pile ? [{ ...candidate, pile }] : []
  })
  const of = (pile: Pile) => piled.filter((candidate) => candidate.pile === pile)
  const learning = of('learning').sort((one, other) => dueTime(one.memory) - dueTime(other.memory))
  const due = orderDue(of('due').flatMap(withTimes), limits.due, now).map(({ fact }) => fact)
  const isReady = ({ memory }: Remembered) => dueTime(memory) <= now.getTime()
  const ready = learning.filter(isReady)
  const review = interleave(due, of('new').slice(0, limits.new))
  return [...ready, ...review, ...learning.filter((candidate) => !isReady(candidate))]
}

/** Chosen facts whatever their time, as the learner asked for them. */
export function takeFacts<T extends Remembered>(
  candidates: readonly T[],
  now: Date,
  parameters: MemoryParameters,
): readonly Piled<T>[] {
  return candidates.map((candidate) => ({ ...candidate, pile: pileOf(candidate.memory, now, parameters) ?? 'ahead' }))
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

/** A step that is due within this time is shown early rather than letting someone wait before an empty screen. */
const LEARN_AHEAD_MINUTES = 20
const MINUTE_MS = 60_000

/** Where a fact stands today: to be met, on its steps, to review; null: nothing to do before a later day. */
export function pileOf(memory: Memory, now: Date, parameters: MemoryParameters): Pile | null {
  if (memory.kind === 'new') return 'new'
  const { timeZone, dayStartHour } = parameters
  if (memory.state !== 'review') {
    return memory.due <= learnAheadUntil(now) ? 'learning' : null
  }
  // After a move to another time zone a fact may be due on the day on which it was reviewed: it waits for the next one.
  if (isSameStudyDay(memory.lastReview, now, parameters)) return null
  return memory.due < endOfStudyDay(now, timeZone, dayStartHour) ? 'due' : null
}

/** Until when a step may be due to be shown now. */
export function learnAheadUntil(now: Date): Date {
  return new Date(now.getTime() + LEARN_AHEAD_MINUTES * MINUTE_MS)
}
