import { describe, expect, it } from 'vitest'
import { NEW, NOW, PACE, seen, TODAY } from '@/test/exam-memories'
import type { Memory } from '../../memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../../memory/scheduling/parameters'
import { recall, reviewMemory } from '../../memory/scheduling/scheduler'
import { examMoment } from '../../memory/session/select-for-exam'
import { type RandomSource, seededRandom } from '../../shared/random'
import { DAY_MS } from '../../shared/time'
import { examDay } from './exam-day'
import { planExam } from './plan-exam'
import { readinessNow } from './readiness'
import type { ExamFact } from './simulate-study'

const factsOf = (memories: readonly Memory[]) =>
  memories.map((memory, at) => ({ memory, studied: true, factId: `fact ${at}` }))

/** Answered once, as often right as the memory says, then through its steps on the same day. */
function answered({ memory, factId }: ExamFact, now: Date, random: RandomSource): Memory {
  const isKnown = memory.kind === 'new' || memory.state !== 'review' || random() < recall(memory, now)
  let after = reviewMemory(memory, isKnown ? 'good' : 'again', now, DEFAULT_PARAMETERS, factId)
  while (after.state !== 'review') after = reviewMemory(after, 'good', after.due, DEFAULT_PARAMETERS, factId)
  return after
}

/** Share recalled on the exam's day by a learner who does all that it asks for on each day before. */
function follow(memories: readonly Memory[], days: number, target: number, random: RandomSource): number {
  const exam = { day: TODAY + days, target }
  let facts = factsOf(memories)
  for (let day = 0; day < days; day++) {
    const now = new Date(NOW.getTime() + day * DAY_MS)
    const asked = new Set(examDay(facts, exam, PACE, now, DEFAULT_PARAMETERS).asked)
    facts = facts.map((fact) => (asked.has(fact) ? { ...fact, memory: answered(fact, now, random) } : fact))
  }
  const left = facts.map(({ memory }) => memory)
  return readinessNow(left, examMoment(exam, 'UTC'), DEFAULT_PARAMETERS).share
}

describe('following the plan', () => {
  it.each([
    [5, 0.9],
    [12, 0.8],
    [12, 0.97],
  ])('for %i days with an aim of %d ends where the plan says', (days, target) => {
    const failed = reviewMemory(NEW, 'again', new Date(NOW.getTime() - DAY_MS), DEFAULT_PARAMETERS, 'fact')
    const memories = [...Array(8).fill(NEW), ...Array(6).fill(seen(3)), ...Array(2).fill(failed)]
    const planned = planExam(factsOf(memories), { day: TODAY + days, target }, PACE, NOW, DEFAULT_PARAMETERS)
    const seeds = [1, 2, 3, 4, 5, 6]
    const reached = seeds.map((seed) => follow(memories, days, target, seededRandom(seed)))
    const mean = reached.reduce((sum, share) => sum + share, 0) / seeds.length
    expect(Math.abs(mean - (planned?.readiness.share ?? 0))).toBeLessThan(0.03)
  })
})
