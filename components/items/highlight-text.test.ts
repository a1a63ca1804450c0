import { describe, expect, it } from 'vitest'
import { highlightText } from './highlight-text'

const TEXT = 'One fact. No fact. Its answer is four.'
const whole = { start: 0, end: TEXT.length }
const span = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length })

describe('highlighting a stretch of text', () => {
  it('keeps the whole text, split where a highlight begins or ends', () => {
    const highlights = { facts: [span('One fact.')], evidence: [span('Its answer is four.')], answer: span('four') }
    const runs = highlightText(TEXT, whole, highlights)
    expect(runs.map(({ text }) => text).join('')).toBe(TEXT)
    expect(runs.map(({ text, highlight }) => [text, highlight])).toEqual([
      ['One fact.', 'fact'],
      [' No fact. ', 'plain'],
      ['Its answer is ', 'evidence'],
      ['four', 'answer'],
      ['.', 'evidence'],
    ])
  })

  it('cuts highlights that reach beyond the stretch', () => {
    const runs = highlightText(TEXT, span('No fact.'), { facts: [whole], evidence: [], answer: null })
    expect(runs.map(({ text, highlight }) => [text, highlight])).toEqual([['No fact.', 'fact']])
  })
})
