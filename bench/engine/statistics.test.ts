import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { chanceTest, holm, wilson } from './statistics'

describe('wilson', () => {
  it('gives the score interval, narrower above than below where most are good', () => {
    const { low, high } = wilson(127, 136)
    expect(low).toBeCloseTo(0.8791, 3)
    expect(high).toBeCloseTo(0.9648, 3)
  })

  it('says nothing of no trial', () => expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }))

  test.prop([fc.nat(200), fc.nat(200)])('holds the share that was seen', (hits, more) => {
    const trials = hits + more
    const { low, high } = wilson(hits, trials)
    if (trials === 0) return
    expect(low).toBeLessThanOrEqual(hits / trials)
    expect(high).toBeGreaterThanOrEqual(hits / trials)
  })
})

describe('chanceTest', () => {
  it('is the binomial test where every trial has one chance', () => {
    const coins = Array.from({ length: 10 }, () => 0.5)
    expect(chanceTest(10, coins)).toBeCloseTo(2 / 1024, 12)
    expect(chanceTest(5, coins)).toBeCloseTo(1, 12)
    const options = Array.from({ length: 20 }, () => 0.25)
    expect(chanceTest(10, options)).toBeCloseTo(0.0171, 3)
  })

  it('knows trials with other chances', () => {
    // Both right: 1/2 · 1/4; none right is likelier, so that only "both" is as unlikely.
    expect(chanceTest(2, [0.5, 0.25])).toBeCloseTo(0.125, 12)
  })
})

describe('holm', () => {
  it('multiplies the least by the number of tests, and never lets a larger one fall below it', () => {
    const [first, second, third] = holm([0.01, 0.04, 0.03])
    expect(first).toBeCloseTo(0.03, 12)
    expect(second).toBeCloseTo(0.06, 12)
    expect(third).toBeCloseTo(0.06, 12)
  })
})
