import { describe, expect, it } from 'vitest'
import { expectItems } from './expected-items'

describe('about how many items a text gives', () => {
  it('is more at wider depths, and more when a model reads it', () => {
    expect(expectItems(2_000, 'rules')).toEqual({ key: 16, balanced: 20, everything: 30 })
    expect(expectItems(2_000, 'model')).toEqual({ key: 16, balanced: 40, everything: 80 })
  })
  it('is at least one for a text of a few words, and none without a text', () => {
    expect(expectItems(12, 'rules').key).toBe(1)
    expect(expectItems(0, 'model').everything).toBe(0)
  })
})
