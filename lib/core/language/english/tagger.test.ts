import { describe, expect, it } from 'vitest'
import { tagSentence } from './tagger'

const wordsOf = (text: string) => tagSentence(text).map((token) => token.text)

describe('tokens of a sentence', () => {
  it('keep a word whole, whatever its letters', () => {
    for (const word of ['Mahābhārata', 'Bạch', 'Đằng', 'Łódź', 'ŠKODA', 'Śūdra', 'naïve', 'UĀnion', 'U𐄇nion', 'CO₂'])
      expect(wordsOf(`They met near ${word} in May.`)).toEqual(['They', 'met', 'near', word, 'in', 'May', '.'])
  })

  it('keep words whole that a dash joins without a blank, and part what it sets apart', () => {
    expect(wordsOf('It has four C–H bonds.')).toEqual(['It', 'has', 'four', 'C–H', 'bonds', '.'])
    expect(wordsOf('It ran – and fell.')).toEqual(['It', 'ran', '–', 'and', 'fell', '.'])
  })

  it('part contractions and possessives', () => {
    expect(wordsOf('They don’t know Łódź’s name.').slice(1, 3)).toEqual(['do', 'n’t'])
    expect(wordsOf('They know Łódź’s name.')).toEqual(['They', 'know', 'Łódź', '’s', 'name', '.'])
  })
})
