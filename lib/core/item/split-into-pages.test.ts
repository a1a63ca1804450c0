import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { groupByHeading, splitIntoPages } from './split-into-pages'

const under = (heading: string, ...weights: number[]) => weights.map((weight) => ({ heading, weight }))
const weights = (pages: readonly (readonly { weight: number }[])[]) =>
  pages.map((page) => page.map(({ weight }) => weight))

describe('pages of a list under headings', () => {
  it('hold several short sections', () => {
    expect(weights(splitIntoPages([...under('a', 2, 1), ...under('b', 3), ...under('c', 4)], 7))).toEqual([
      [2, 1, 3],
      [4],
    ])
  })

  it('do not tear a section that fits on one', () => {
    expect(weights(splitIntoPages([...under('a', 4), ...under('b', 3, 3)], 7))).toEqual([[4], [3, 3]])
  })

  it('are several for a section that is too long for one', () => {
    expect(weights(splitIntoPages(under('a', 3, 3, 3, 9, 1), 7))).toEqual([[3, 3], [3], [9], [1]])
  })

  it('take the same heading further down for another section', () => {
    expect(groupByHeading([...under('a', 1, 2), ...under('b', 3), ...under('a', 4)])).toHaveLength(3)
  })

  const lists = fc.array(fc.record({ heading: fc.constantFrom('a', 'b'), weight: fc.integer({ min: 0, max: 12 }) }))

  test.prop([lists, fc.integer({ min: 1, max: 20 })])(
    'hold everything once, in order, and never too much',
    (all, most) => {
      const pages = splitIntoPages(all, most)
      expect(pages.flat()).toEqual(all)
      for (const page of pages) {
        const weight = page.reduce((sum, entry) => sum + entry.weight, 0)
        expect(page.length).toBeGreaterThan(0)
        expect(weight <= most || page.filter((entry) => entry.weight > 0).length === 1).toBe(true)
      }
    },
  )
})
