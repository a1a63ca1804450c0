import { describe, expect, it } from 'vitest'
import { withoutEmphasis } from './emphasis'

describe('a text as it is shown', () => {
  it.each([
    ['The bee (*Apis mellifera*) is kept.', 'The bee (Apis mellifera) is kept.'],
    ['The **queen** lays; the __drone__ does not.', 'The queen lays; the drone does not.'],
    ['All **bees of *Apis* are** kept.', 'All bees of Apis are kept.'],
    ['***Both*** and `code` and **bee**s.', 'Both and code and bees.'],
    ['*One\nline break* within.', 'One\nline break within.'],
  ])('has no marks of emphasis: %s', (text, shown) => {
    expect(withoutEmphasis(text)).toBe(shown)
  })

  it.each([
    'In all 2 * 3 * 4 boxes, 2*3*4 bees and a snake_case_name.',
    'A footnote* and another**.',
    'From *gʷous comes cow.',
    'A gap of _____ (five) and ______________.',
    '* one\n* two\n* three',
    '*One\n\nparagraph* later.',
    'An escaped \\*mark* stays.',
  ])('keeps what is no mark: %s', (text) => {
    expect(withoutEmphasis(text)).toBe(text)
  })

  it('finds the pair of a mark outside the stretch that is shown', () => {
    const text = 'Kept here. *Apis cerana* is of Asia. *All of this. And this.*'
    const shown = (quote: string) => {
      const start = text.indexOf(quote)
      return withoutEmphasis(text, { start, end: start + quote.length })
    }
    expect(shown('Apis cerana* is of Asia.')).toBe('Apis cerana is of Asia.')
    expect(shown('*All of this.')).toBe('All of this.')
    expect(shown('And this.*')).toBe('And this.')
  })
})
