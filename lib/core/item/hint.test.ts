import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  firstLetters,
  hintedAnew,
  hintsIn,
  lettersIn,
  lettersOf,
  showsLetters,
  timeOf,
  withHint,
  withoutHint,
} from './hint'

describe('the letters that an answer begins with', () => {
  it.each([
    ['parietal layer', 'p… l…'],
    ['the Hall of Mirrors', 'the H… of M…'],
    ['milk-secreting cells', 'm…-s… c…'],
    ['J. S. Bach', 'J… S… B…'],
  ])('of “%s” are “%s”', (answer, hint) => {
    expect(lettersOf(answer)).toBe(hint)
  })

  it('are not given of figures: they would be the answer', () => {
    expect(lettersOf('the 18th century')).toBeNull()
    expect(lettersOf('1,200')).toBeNull()
  })

  it('stand beside the gap or behind the question, and can be taken off again', () => {
    for (const stem of ['Milk is made in the _____ of the breast.', 'Where is milk made?']) {
      const helped = withHint(stem, 'alveoli')
      expect(helped).toContain('(a…)')
      expect(withoutHint(helped)).toBe(stem)
    }
  })

  it('follow an author’s new answer', () => {
    expect(hintedAnew('It was in _____ (decade).', ['the 1950s'], ['May 1951'])).toBe(
      'It was in _____ (month and year).',
    )
    expect(hintedAnew('It is _____ (a… c…).', ['air cell'], ['bone'])).toBe('It is _____ (b…).')
    expect(hintedAnew('It is _____.', ['air cell'], ['bone'])).toBe('It is _____.')
    expect(hintedAnew('It is _____ (a… c…).', ['air cell'], ['12'])).toBe('It is _____.')
  })
})

describe('the kind of time that an answer is', () => {
  it.each([
    ['3 May 1951', 'day, month and year'],
    ['May 3, 1951', 'day, month and year'],
    ['May 1951', 'month and year'],
    ['May 3', 'day and month'],
    ['the 1950s', 'decade'],
    ['the 5th century BC', 'century'],
  ])('of “%s” is “%s”, told beside the gap or behind the question, and can be taken off again', (answer, time) => {
    expect(timeOf(answer)).toBe(time)
    for (const stem of ['It was founded in _____ by monks.', 'When was it founded?']) {
      const helped = withHint(stem, answer)
      expect(helped).toContain(` (${time})`)
      expect(showsLetters(helped)).toBe(false)
      expect(withoutHint(helped)).toBe(stem)
    }
  })

  it('is told of nothing whose right wording it leaves open', () => {
    for (const answer of ['the 1800s', 'the late 19th century', '1951', 'since May', '300 BC'])
      expect(timeOf(answer)).toBeNull()
  })

  it('is no part of what a text says in brackets', () => {
    expect(withoutHint('It lasted a long time (decade) in _____.')).toBe('It lasted a long time (decade) in _____.')
  })
})

it.each([
  ['United Nations', 1, 'U…'],
  ['United Nations', 7, 'United N…'],
  ['“Manas”', 2, '“Ma…'],
  ['1869', 9, '186…'],
  ['a', 1, '…'],
])('of “%s” gives %i letters: %s', (answer, letters, shown) => {
  expect(firstLetters(answer, letters)).toBe(shown)
})

test.prop([fc.string(), fc.nat(40)])('a hint is a beginning of the answer and never all of it', (answer, letters) => {
  const shown = firstLetters(answer, letters).slice(0, -1)
  expect(answer.startsWith(shown)).toBe(true)
  if (hintsIn([answer]) > 0) expect(shown.length).toBeLessThan(answer.trimEnd().length)
})

it('goes on from what the front tells already', () => {
  expect([lettersIn('It is _____ (U… N…).'), lettersIn('It is _____.')]).toEqual([1, 0])
})
