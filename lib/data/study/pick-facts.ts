import 'server-only'
import type { Memory } from '../../core/memory/memory'
import { orderDue } from '../../core/memory/order-due'
import { interleave } from '../../core/memory/order-session'
import type { MemoryParameters } from '../../core/memory/parameters'
import { pileOf } from '../../core/memory/pile'
import type { Pile } from '../../core/memory/study-card'
import type { Candidate } from './candidate'
import type { DailyLimits } from './daily-limits'

export type Picked = Candidate & { readonly pile: Pile }

/**
 * What is to be done today: steps whose time has come, what is closest to being forgotten with new facts in between, and
 * last the steps whose time is near.
 */
export function pickFacts(
  candidates: readonly Candidate[],
  limits: DailyLimits,
  now: Date,
  parameters: MemoryParameters,
): readonly Picked[] {
  const piled = candidates.flatMap((candidate) => {
    const pile = pileOf(candidate.memory, now, parameters)
    return pile ? [{ ...candidate, pile }] : []
  })
  const of = (pile: Pile) => piled.filter((candidate) => candidate.pile === pile)
  const learning = of('learning').sort((one, other) => dueTime(one.memory) - dueTime(other.memory))
  const due = orderDue(of('due').flatMap(withTimes), limits.due, now).map(({ fact }) => fact)
  const isReady = ({ memory }: Picked) => dueTime(memory) <= now.getTime()
  const ready = learning.filter(isReady)
  const review = interleave(due, of('new').slice(0, limits.new))
  return [...ready, ...review, ...learning.filter((candidate) => !isReady(candidate))]
}

/** Chosen facts whatever their time, as the learner asked for them. */
export function takeFacts(
  candidates: readonly Candidate[],
  now: Date,
  parameters: MemoryParameters,
): readonly Picked[] {
  return candidates.map((candidate) => ({ ...candidate, pile: pileOf(candidate.memory, now, parameters) ?? 'due' }))
}

function withTimes(fact: Picked) {
  const { memory } = fact
  if (memory.kind === 'new') return []
  const { stability, lastReview, due } = memory
  return [{ stability, lastReview, due, fact }]
}

function dueTime(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.due.getTime()
}
