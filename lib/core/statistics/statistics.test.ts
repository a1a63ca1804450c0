import { describe, expect, it } from 'vitest'
import { meanRecall, shadeOf } from './predicted-recall'
import { ASSUMED_SECONDS_PER_CARD, minutesFor, secondsPerCard } from './review-time'

describe('time for a session', () => {
  it('assumes ten seconds a card until the learner has shown a pace', () => {
    expect(secondsPerCard([4000, 5000])).toBe(ASSUMED_SECONDS_PER_CARD)
  })
  it('takes the median, so that one long pause does not count', () => {
    expect(secondsPerCard([5000, 5000, 5000, 5000, 5000, 6000, 6000, 6000, 6000, 6000, 600_000])).toBe(6)
  })
  it('meets a new fact twice, and makes no minute of less than one', () => {
    expect(minutesFor({ toReview: 12, new: 8 }, 10)).toBe(5)
    expect(minutesFor({ toReview: 6, new: 0 }, 10)).toBe(1)
    expect(minutesFor({ toReview: 1, new: 0 }, 10)).toBe(0)
    expect(minutesFor({ toReview: 0, new: 0 }, 10)).toBe(0)
  })
})

describe('predicted recall of a text', () => {
  it('counts what was never seen as not recalled', () => {
    expect(meanRecall([1, 0])).toBe(0.5)
    expect(meanRecall([])).toBe(0)
  })
  it('shades by the percent that is shown', () => {
    const chances = [[0.49], [0.496], [0.694], [0.7], [0.894], [0.895], [1]]
    expect(chances.map((some) => shadeOf(some, true))).toEqual([1, 2, 2, 3, 3, 4, 4])
  })
  it('shades what was failed as seen and not recalled', () => {
    expect([shadeOf([0, 0], true), shadeOf([0, 0], false)]).toEqual([1, 0])
  })
})
