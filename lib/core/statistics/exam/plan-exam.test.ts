import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEW, NOW, PACE, seen, TODAY } from '@/test/exam-memories'
import type { Memory } from '../../memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../../memory/scheduling/parameters'
import { reviewMemory } from '../../memory/scheduling/scheduler'
import { planExam } from './plan-exam'

const some = (count: number, memory: Memory) =>
  Array.from({ length: count }, () => ({ memory, studied: true, factId: 'fact' }))
const plan = (facts: ReturnType<typeof some>, days: number, target: number, pace = PACE) =>
  planExam(facts, { day: TODAY + days, target }, pace, NOW, DEFAULT_PARAMETERS)

describe('the plan for an exam', () => {
  it('spreads the new facts that the target needs over the days, and reaches it', () => {
    const made = plan([...some(50, NEW), ...some(50, seen(2))], 10, 0.9)
    expect(made).toMatchObject({ kind: 'reachable' })
    expect(made?.newPerDay).toBeGreaterThanOrEqual(4)
    expect(made?.newPerDay).toBeLessThanOrEqual(5)
    expect(made?.readiness.share).toBeGreaterThan(0.89)
    expect(made?.reviewsPerDay).toBeGreaterThan(0)
  })

  it('says when even three hours of new facts a day do not reach it, and what they do', () => {
    const made = plan(some(3000, NEW), 2, 0.9)
    expect(made?.kind).toBe('out-of-reach')
    expect(made?.newPerDay).toBe(540)
    expect(made?.readiness.share).toBeCloseTo((1080 / 3000) * 0.95, 1)
  })

  it('says when nothing more is needed', () => {
    expect(plan(some(20, seen(1)), 2, 0.8)?.kind).toBe('reached')
  })

  it('counts what was met today into the share of today', () => {
    const facts = [...some(8, NEW), ...some(2, reviewMemory(NEW, 'easy', NOW, DEFAULT_PARAMETERS, 'fact'))]
    expect(plan(facts, 2, 0.95, { ...PACE, metToday: 2 })).toMatchObject({ newPerDay: 5, newToday: 3 })
  })

  it('does nothing to facts that are set aside, and is none on the day itself', () => {
    const aside = some(10, NEW).map((fact) => ({ ...fact, studied: false }))
    expect(plan(aside, 5, 0.9)).toMatchObject({ kind: 'out-of-reach', newPerDay: 0, readiness: { share: 0 } })
    expect(plan(some(3, NEW), 0, 0.9)).toBeNull()
  })

  it('reaches what it calls reachable, falls short of what it does not, and is the same each time', () => {
    const deck = [...some(40, NEW), ...some(20, seen(3))]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 50, max: 99 }), (days, percent) => {
        const made = plan(deck, days, percent / 100)
        expect(plan(deck, days, percent / 100)).toEqual(made)
        // Dice: the fewest new facts are found to within a percent.
        if (made?.kind === 'reachable') expect(made.readiness.share).toBeGreaterThan(percent / 100 - 0.01)
        else expect(made?.readiness.share).toBeLessThan(percent / 100)
      }),
      { numRuns: 20 },
    )
  })
})
