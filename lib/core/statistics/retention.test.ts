import { describe, expect, it } from 'vitest'
import { retentionOf, wilson } from './retention'

describe('true retention', () => {
  const verdictOf = (reviews: number, recalled: number, expected: number) =>
    retentionOf({ window: 30, isMature: true, reviews, recalled, expected })

  it('says whether the prediction lies within what was seen, and nothing of a few reviews', () => {
    expect(verdictOf(0, 0, 0)).toMatchObject({ recalled: null, verdict: 'none' })
    expect(verdictOf(9, 1, 8)).toMatchObject({ verdict: 'few' })
    expect(verdictOf(100, 90, 91)).toMatchObject({ verdict: 'as-expected', expected: 0.91 })
    expect(verdictOf(100, 70, 90)).toMatchObject({ verdict: 'less' })
    expect(verdictOf(100, 99, 90)).toMatchObject({ verdict: 'more' })
  })
})

describe('the interval of a share', () => {
  it('is Wilson’s: of 8 in 10 between 49 and 94 percent, and honest at the edges', () => {
    const eight = wilson(8, 10)
    expect(eight?.low).toBeCloseTo(0.4902, 3)
    expect(eight?.high).toBeCloseTo(0.9433, 3)
    expect(wilson(3, 3)?.low).toBeCloseTo(0.4385, 3)
    expect(wilson(3, 3)?.high).toBe(1)
    expect(wilson(0, 0)).toBeNull()
  })
})
