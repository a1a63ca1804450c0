import 'server-only'
import type { Memory } from '../../core/memory/memory'
import { interleave } from '../../core/memory/order-session'
import type { MemoryParameters } from '../../core/memory/parameters'
import { pileOf } from '../../core/memory/pile'
import { recall } from '../../core/memory/schedule-memory'
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
  const due = of('due').sort((one, other) => recall(one.memory, now) - recall(other.memory, now))
  const isReady = ({ memory }: Picked) => dueTime(memory) <= now.getTime()
  const ready = learning.filter(isReady)
  const review = interleave(due.slice(0, limits.due), of('new').slice(0, limits.new))
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

function dueTime(memory: Memory): number {
  return memory.kind === 'new' ? 0 : memory.due.getTime()
}
