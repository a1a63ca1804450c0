import { describe, expect, it } from 'vitest'
import { mostShown } from './depth'
import { expectItems } from './expected-items'

const one = (count: number) => ({ from: count, to: count })

describe('how many items a text gives', () => {
  it('is more at wider depths, and more when a model reads it', () => {
    const rules = { key: { from: 12, to: 16 }, balanced: { from: 12, to: 40 }, everything: { from: 12, to: 80 } }
    expect(expectItems(2_000, 'rules')).toEqual(rules)
    expect(expectItems(2_000, 'model')).toEqual({ key: one(16), balanced: one(40), everything: { from: 80, to: 220 } })
  })
  it('is what the lines of the depths leave a short text', () => {
    expect(expectItems(300, 'model')).toEqual({ key: one(5), balanced: one(9), everything: { from: 12, to: 33 } })
    const rules = { key: { from: 2, to: 5 }, balanced: { from: 2, to: 10 }, everything: { from: 2, to: 12 } }
    expect(expectItems(300, 'rules')).toEqual(rules)
  })
  it.each(['rules', 'model'] as const)('is never more than a deck shows: %s', (finder) => {
    for (let words = 10; words < 5_000; words += 90)
      for (const depth of ['key', 'balanced'] as const)
        expect(expectItems(words, finder)[depth].to).toBeLessThanOrEqual(mostShown(depth, words))
  })
  it('is at least one for a text of a few words, and none without a text', () => {
    expect(expectItems(12, 'rules').key).toEqual(one(1))
    expect(expectItems(0, 'model').everything).toEqual(one(0))
  })
})
