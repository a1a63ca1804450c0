import { expect, it } from 'vitest'
import { tagSentence } from './tagger'
import { inner, readWordCase } from './word-case'

it.each([
  ['Gottfried Keller wrote novels.', 'Gottfried Keller'],
  ['Vincent Mulder kept bees.', 'Vincent Mulder'],
  ['Historic buildings need care.', 'historic buildings'],
])('keeps the capital of a name at the start of a sentence: %s', (text, phrase) => {
  const tokens = tagSentence(text)
  expect(inner(text, tokens, { from: 0, to: 2 }, readWordCase(text))).toBe(phrase)
})
