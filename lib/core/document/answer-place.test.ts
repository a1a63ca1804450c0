import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerPlace } from './answer-place'

const TEXT = 'In every country the UN has\npartner organisations. Two lakes and two rivers were named in 1991.'
const whole = { spans: [{ start: 0, end: TEXT.length }], answerSpan: null }
const read = (...spellings: string[]) => quote(answerPlace(TEXT, whole, spellings))
const quote = (place: { start: number; end: number } | null) => place && TEXT.slice(place.start, place.end)
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

it('finds words where they stand by themselves, in any case and over the end of a line', () => {
  expect(read('un')).toBe('UN')
  expect(read('has partner organisations')).toBe('has\npartner organisations')
  expect(read('199')).toBeNull()
  expect(read('')).toBeNull()
})

it('takes the place of the fact’s own answer where it reads so, and no other', () => {
  const own = at('two rivers')
  const answerSpan = { start: own.start, end: own.start + 3 }
  expect(answerPlace(TEXT, { ...whole, answerSpan }, ['two'])).toEqual(answerSpan)
  expect(quote(answerPlace(TEXT, { ...whole, answerSpan }, ['rivers']))).toBe('rivers')
})

it('takes another spelling where the text has that one', () => {
  expect(read('2', 'two')).toBe('Two')
})

it('looks in each span of the evidence', () => {
  const spans = [at('In every country'), at('Two lakes')]
  expect(answerPlace(TEXT, { spans, answerSpan: null }, ['lakes'])).toEqual(at('lakes'))
  expect(answerPlace(TEXT, { spans, answerSpan: null }, ['rivers'])).toBeNull()
})

it('lies in the evidence and takes any words as words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), fc.nat(), (text, answer, from) => {
      const span = { start: Math.min(from, text.length), end: text.length }
      const place = answerPlace(text, { spans: [span], answerSpan: null }, [answer])
      return place === null || (place.start >= span.start && place.end <= span.end && place.start < place.end)
    }),
  )
})
