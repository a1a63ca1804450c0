import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NEW, NOW, seen, TODAY } from '@/test/exam-memories'
import { DEFAULT_PARAMETERS } from '../../memory/scheduling/parameters'
import { distributionOf, ninetyPercentOf, readinessIfIdle, readinessNow, readinessOf } from './readiness'

describe('how many of some facts are recalled', () => {
  it('is spread as every outcome, counted one by one, says', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })
    fc.assert(
      fc.property(chances, (drawn) => {
        const counted = new Array<number>(drawn.length + 1).fill(0)
        for (let outcome = 0; outcome < 2 ** drawn.length; outcome++) {
          const hits = drawn.map((_, place) => ((outcome >> place) & 1) === 1)
          const chance = drawn.reduce((product, p, place) => product * (hits[place] ? p : 1 - p), 1)
          const count = hits.filter(Boolean).length
          counted[count] = (counted[count] ?? 0) + chance
        }
        for (const [count, chance] of distributionOf(drawn).entries())
          expect(chance).toBeCloseTo(counted[count] ?? 0, 9)
      }),
    )
  })

  it('lies between the same counts exactly and by the approximation, at 500 facts', () => {
    const chances = Array.from({ length: 500 }, (_, place) => 0.5 + (place % 50) / 100)
    const { low, high } = ninetyPercentOf(chances)
    const more = ninetyPercentOf([...chances, 0])
    expect(Math.abs(more.low - low)).toBeLessThanOrEqual(1)
    expect(Math.abs(more.high - high)).toBeLessThanOrEqual(1)
  })

  it('holds the share between its bounds, also where all are nearly certain', () => {
    const { share, low, high } = readinessOf([0.99, 0.99, 0.99, 0])
    expect([share, low, high]).toEqual([expect.closeTo(0.7425), share, 0.75])
  })

  it('is certain where every chance is', () => {
    expect(readinessOf([1, 1, 0, 0])).toEqual({ share: 0.5, low: 0.5, high: 0.5 })
    expect(readinessOf([])).toEqual({ share: 0, low: 0, high: 0 })
  })
})

describe('readiness', () => {
  it('counts what was not seen as not recalled, and falls until the day when nothing is done', () => {
    const memories = [seen(1), seen(1), NEW, NEW]
    const now = readinessNow(memories, NOW, DEFAULT_PARAMETERS)
    const idle = readinessIfIdle(memories, { day: TODAY + 30, target: 0.9 }, NOW, DEFAULT_PARAMETERS)
    expect(now.share).toBeGreaterThan(0.48)
    expect(now.share).toBeLessThan(0.5)
    expect(idle.share).toBeLessThan(now.share - 0.05)
    expect(idle.low).toBeLessThanOrEqual(idle.share)
    expect(idle.high).toBeGreaterThanOrEqual(idle.share)
  })
})
