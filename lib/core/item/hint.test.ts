import { describe, expect, it } from 'vitest'
import { hintedAnew, hintOf, withHint, withoutHint } from './hint'

describe('the letters that an answer begins with', () => {
  it.each([
    ['parietal layer', 'p… l…'],
    ['the Hall of Mirrors', 'the H… of M…'],
    ['milk-secreting cells', 'm…-s… c…'],
    ['J. S. Bach', 'J… S… B…'],
  ])('of “%s” are “%s”', (answer, hint) => {
    expect(hintOf(answer)).toBe(hint)
  })

  it('are not given of figures: they would be the answer', () => {
    expect(hintOf('the 18th century')).toBeNull()
    expect(hintOf('1,200')).toBeNull()
  })

  it('stand beside the gap or behind the question, and can be taken off again', () => {
    for (const stem of ['Milk is made in the _____ of the breast.', 'Where is milk made?']) {
      const helped = withHint(stem, 'alveoli')
      expect(helped).toContain('(a…)')
      expect(withoutHint(helped)).toBe(stem)
    }
  })

  it('follow an author’s new answer', () => {
    expect(hintedAnew('It is _____ (a… c…).', ['air cell'], ['bone'])).toBe('It is _____ (b…).')
    expect(hintedAnew('It is _____.', ['air cell'], ['bone'])).toBe('It is _____.')
    expect(hintedAnew('It is _____ (a… c…).', ['air cell'], ['12'])).toBe('It is _____.')
  })
})
