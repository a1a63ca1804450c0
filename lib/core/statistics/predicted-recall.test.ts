import { describe, expect, it } from 'vitest'
import { meanRecall, shadeOf } from './predicted-recall'

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
