import { describe, expect, it } from 'vitest'
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
