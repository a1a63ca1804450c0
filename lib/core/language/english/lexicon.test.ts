import { describe, expect, it } from 'vitest'
import { isPlural, singularOf } from './lexicon'

describe('singularOf', () => {
  it('undoes a plural by its spelling, or knows it by heart', () => {
    const plurals = { rivers: 'river', cities: 'city', boxes: 'box', women: 'woman', analyses: 'analysis' }
    for (const [plural, singular] of Object.entries(plurals)) expect(singularOf(plural)).toBe(singular)
  })

  it('leaves alone what is no plural, whatever else the word is to a program', () => {
    for (const word of ['river', 'glass', 'virus', 'constructor', '__proto__']) expect(singularOf(word)).toBe(word)
    expect(isPlural('constructor')).toBe(false)
  })
})
