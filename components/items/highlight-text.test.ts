import { describe, expect, it } from 'vitest'
import { markText } from './highlight-text'

const TEXT = 'One fact. No fact. Its answer is four.'
const whole = { start: 0, end: TEXT.length }
const span = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length })

describe('marking a stretch of text', () => {
  it('gives back the text whole, cut where a mark begins or ends', () => {
    const marks = { has: [span('One fact.')], lit: [span('Its answer is four.')], answer: span('four') }
    const runs = markText(TEXT, whole, marks)
    expect(runs.map(({ text }) => text).join('')).toBe(TEXT)
    expect(runs.map(({ text, mark }) => [text, mark])).toEqual([
      ['One fact.', 'has'],
      [' No fact. ', 'plain'],
      ['Its answer is ', 'lit'],
      ['four', 'answer'],
      ['.', 'lit'],
    ])
  })

  it('cuts marks that reach beyond the stretch', () => {
    const runs = markText(TEXT, span('No fact.'), { has: [whole], lit: [], answer: null })
    expect(runs.map(({ text, mark }) => [text, mark])).toEqual([['No fact.', 'has']])
  })
})
