import { describe, expect, it } from 'vitest'
import { mostShown } from './depth'
import { expectItems } from './expected-items'

describe('about how many items a text gives', () => {
  it('is more at wider depths, and more when a model reads it', () => {
    expect(expectItems(2_000, 'rules')).toEqual({ key: 16, balanced: 20, everything: 30 })
    expect(expectItems(2_000, 'model')).toEqual({ key: 16, balanced: 40, everything: 80 })
  })
  it('is what the lines of the depths leave a short text', () => {
    expect(expectItems(300, 'model')).toEqual({ key: 5, balanced: 9, everything: 12 })
    expect(expectItems(300, 'rules')).toEqual({ key: 3, balanced: 3, everything: 5 })
  })
  it.each(['rules', 'model'] as const)('is never more than a deck shows: %s', (finder) => {
    for (let words = 10; words < 5_000; words += 90)
      for (const depth of ['key', 'balanced'] as const)
        expect(expectItems(words, finder)[depth]).toBeLessThanOrEqual(mostShown(depth, words))
  })
  it('is at least one for a text of a few words, and none without a text', () => {
    expect(expectItems(12, 'rules').key).toBe(1)
    expect(expectItems(0, 'model').everything).toBe(0)
  })
})
