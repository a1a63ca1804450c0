import { describe, expect, it } from 'vitest'
import { passageOf } from '../text-without-marks'
import { splitSentences } from './sentences'

const split = (text: string) => {
  const passage = passageOf(text, { start: 0, end: text.length }, 'txt')
  return splitSentences(passage).map(({ start, end }) => passage.text.slice(start, end))
}

describe('splitSentences', () => {
  it('does not end a sentence at a title, an initial or a country in letters', () => {
    expect(split('Dr. A. Brown moved to the U.S. Senate. She stayed.')).toEqual([
      'Dr. A. Brown moved to the U.S. Senate.',
      'She stayed.',
    ])
  })

  it('does not end a sentence inside brackets', () => {
    expect(split('The frog (it sleeps. It wakes.) is green. It jumps.')).toHaveLength(2)
  })
})
