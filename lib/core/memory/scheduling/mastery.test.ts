import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../shared/time'
import { masteryOf, shownRecall } from './mastery'
import type { Memory } from './memory'

const NEW: Memory = { kind: 'new' }
const MORNING = new Date('2026-06-03T09:00:00Z')
const addDays = (days: number) => new Date(MORNING.getTime() + days * DAY_MS)

describe('mastery', () => {
  const memory = (stability: number, state: 'learning' | 'review' = 'review'): Memory => ({
    kind: 'reviewed',
    state,
    stability,
    difficulty: 5,
    lastReview: MORNING,
    due: MORNING,
    step: 0,
    reviews: 3,
    lapses: 0,
    failed: false,
  })
  it('rises from not seen through steps, days and weeks', () => {
    expect([NEW, memory(2, 'learning'), memory(3), memory(7), memory(21)].map((m) => masteryOf(m, MORNING))).toEqual([
      0, 1, 2, 3, 4,
    ])
  })
  it('sinks when a fact has been left alone', () => {
    const inAYear = addDays(365)
    expect(masteryOf(memory(21), inAYear)).toBeLessThan(4)
    expect(masteryOf(memory(0.5), inAYear)).toBe(1)
  })
  it('is Proficient and Mastered from a predicted recall of 80 %, and Familiar from 50 %', () => {
    const momentOf = (recalled: number) => {
      let days = 0
      while (shownRecall(memory(21), addDays(days)) > recalled) days += 0.1
      return addDays(days)
    }
    const just = (recalled: number) => masteryOf(memory(21), momentOf(recalled))
    expect([just(0.805), just(0.799), just(0.505), just(0.499)]).toEqual([4, 2, 2, 1])
  })
})
