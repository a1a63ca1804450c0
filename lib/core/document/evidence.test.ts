import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from './document'
import { answerPlace, evidenceOf } from './evidence'
import { structureDocument } from './structure-document'

const TEXT = `# Lakes

## In the north

Issyk-Kul is a lake. Issyk-Kul is 668 metres deep.

The largest lakes are:

- Issyk-Kul
- Song-Kol
`
const document = structureDocument({ title: null, text: TEXT, format: 'md' })
const span = (quote: string, from = 0) => {
  const start = document.text.indexOf(quote, from)
  return { start, end: start + quote.length }
}

describe('evidence as it is shown', () => {
  it('names heading and sentence, and places the answer in the sentence', () => {
    const sentence = span('Issyk-Kul is 668 metres deep.')
    const shown = evidenceOf(document, [sentence], span('668 metres'))
    expect(shown).toEqual({
      caption: { heading: 'In the north', sentence: 2 },
      sentence: 'Issyk-Kul is 668 metres deep.',
      answer: { start: 13, end: 23 },
    })
    expect(shown.sentence.slice(shown.answer?.start, shown.answer?.end)).toBe('668 metres')
  })

  it('has no marks of emphasis, and the answer where it stands without them', () => {
    const text = '# Insects\n\n## *Bees*\n\nThe **queen** of *Apis mellifera* lays eggs. *Apis cerana* lives in Asia.'
    const bees = structureDocument({ title: null, text, format: 'md' })
    const place = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
    const shown = evidenceOf(bees, [place('The **queen** of *Apis mellifera* lays eggs.')], place('Apis mellifera'))
    expect(shown).toMatchObject({
      caption: { heading: 'Bees' },
      sentence: 'The queen of Apis mellifera lays eggs.',
      answer: { start: 13, end: 27 },
    })
    expect(evidenceOf(bees, [place('Apis cerana* lives in Asia.')], null).sentence).toBe('Apis cerana lives in Asia.')
  })

  it('names entries of a list by their places in it, and the sentence before a list as a sentence', () => {
    const [intro, song] = [span('The largest lakes are:'), span('Song-Kol')]
    const issyk = span('Issyk-Kul', document.text.indexOf('- Issyk'))
    const entriesOf = (...spans: readonly Span[]) => evidenceOf(document, spans, null).caption.entries
    expect(entriesOf(song)).toEqual([2])
    expect(entriesOf(song, issyk)).toEqual([1, 2])
    expect(entriesOf(span('Issyk-Kul\n- Song-Kol'))).toEqual([1, 2])
    expect(entriesOf(intro, song)).toBeUndefined()
    expect(entriesOf(span('Issyk-Kul is a lake.'))).toBeUndefined()
  })

  it('names of a list the entries that it quotes, and not those between them', () => {
    const text = '- one lake\n- two lakes\n- three lakes\n- four lakes\n'
    const list = structureDocument({ title: null, text, format: 'md' })
    const spans = ['one', 'four'].map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }))
    expect(evidenceOf(list, spans, null).caption.entries).toEqual([1, 4])
  })

  it('joins a list’s intro and a member, and finds the answer in the member', () => {
    const intro = span('The largest lakes are:')
    const member = span('Song-Kol')
    const shown = evidenceOf(document, [member, intro], member)
    expect(shown.sentence).toBe('The largest lakes are: … Song-Kol')
    expect(shown.sentence.slice(shown.answer?.start, shown.answer?.end)).toBe('Song-Kol')
  })

  it('keeps the lines of a list, and no other line breaks', () => {
    const text = 'The\nlargest lakes\n\nare:\n\n- Issyk-Kul\n- Song-\nKol'
    const { sentence } = evidenceOf({ text, blocks: [] }, [{ start: 0, end: text.length }], null)
    expect(sentence).toBe('The largest lakes  are:\n\n- Issyk-Kul\n- Song- Kol')
  })

  it('does not say twice what one span holds of another', () => {
    const shown = evidenceOf(document, [span('Issyk-Kul is 668 metres deep.'), span('668 metres')], null)
    expect(shown).toMatchObject({ sentence: 'Issyk-Kul is 668 metres deep.', answer: null })
  })

  it('finds a quote of the older text by its words', () => {
    const quote = 'Issyk-Kul is 668 metres deep.'
    expect(evidenceOf(document, [{ start: 0, end: 29, quote }], null).sentence).toBe(quote)
  })
})

describe('the place of an answer', () => {
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
})
