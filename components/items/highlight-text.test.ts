import { describe, expect, it } from 'vitest'
import { highlightText } from './highlight-text'

const TEXT = 'One fact. No fact. Its answer is four.'
const PART = { text: TEXT, start: 0 }
const whole = { start: 0, end: TEXT.length }
const span = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length })

describe('highlighting a stretch of text', () => {
  it('keeps the whole text, split where a highlight begins or ends', () => {
    const highlights = { evidence: [span('Its answer is four.')], answer: span('four') }
    const runs = highlightText(PART, whole, highlights)
    expect(runs.map(({ text }) => text).join('')).toBe(TEXT)
    expect(runs.map(({ text, highlight }) => [text, highlight])).toEqual([
      ['One fact. No fact. ', 'plain'],
      ['Its answer is ', 'evidence'],
      ['four', 'answer'],
      ['.', 'evidence'],
    ])
  })

  it('shows no marks of emphasis, also where the answer stands between them', () => {
    const text = 'A bee is *Apis mellifera*.'
    const answer = { start: 110, end: 124 }
    const range = { start: 100, end: 100 + text.length }
    const runs = highlightText({ text, start: 100 }, range, { evidence: [range], answer })
    expect(runs.map((run) => run.text)).toEqual(['A bee is ', 'Apis mellifera', '.'])
  })

  it('cuts highlights that reach beyond the stretch', () => {
    const range = span('No fact.')
    const runs = highlightText(PART, range, { evidence: [whole], answer: null })
    expect(runs.map(({ text, highlight }) => [text, highlight])).toEqual([['No fact.', 'evidence']])
  })
})
