import { describe, expect, it } from 'vitest'
import { highlightText } from './highlight-text'

const TEXT = 'One fact. No fact. Its answer is four.'
const whole = { start: 0, end: TEXT.length }
const span = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length })

describe('highlighting a stretch of text', () => {
  it('keeps the whole text, split where a highlight begins or ends', () => {
    const highlights = { evidence: [span('Its answer is four.')], answer: span('four') }
    const runs = highlightText(TEXT, whole, highlights)
    expect(runs.map(({ text }) => text).join('')).toBe(TEXT)
    expect(runs.map(({ text, highlight }) => [text, highlight])).toEqual([
      ['One fact. No fact. ', 'plain'],
      ['Its answer is ', 'evidence'],
      ['four', 'answer'],
      ['.', 'evidence'],
    ])
  })

  it('cuts highlights that reach beyond the stretch', () => {
    const range = span('No fact.')
    const runs = highlightText('No fact.', range, { evidence: [whole], answer: null })
    expect(runs.map(({ text, highlight }) => [text, highlight])).toEqual([['No fact.', 'evidence']])
  })
})
