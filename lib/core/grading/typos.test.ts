import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { matchText } from './match-text'
import { nearWords } from './typos'

const TEXT = 'Meiosis and mitosis. The planters plant; a planet, planets. The Kyrgyz of Kyrgyzstan met at Karakol.'
const words = TEXT.match(/\p{L}+/gu) ?? []

it('are those that a typo could have made of the answer', () => {
  expect(nearWords(TEXT, ['planet'])).toEqual(['plant'])
  expect(nearWords(TEXT, ['1869', 'lake'])).toEqual([])
})

const mistyped = fc
  .tuple(fc.constantFrom(...words), fc.nat(), fc.constantFrom('', 'a', 's', 'tt'))
  .map(([word, at, put]) => word.slice(0, at % word.length) + put + word.slice((at % word.length) + 1))

test.prop([fc.oneof(fc.constantFrom(...words), mistyped), fc.constantFrom(...words, 'planets', 'Planed', 'Kyrgystan')])(
  'decide as the whole text does',
  (typed, key) => {
    expect(matchText(typed, key, nearWords(TEXT, [key]).join(' '))).toBe(matchText(typed, key, TEXT))
  },
)
