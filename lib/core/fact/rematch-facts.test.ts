import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type FactTrace, rematchFacts } from './rematch-facts'

const TEXT = 'The town of Karakol was founded in 1869. Karakol lies by the lake Issyk-Kul, and 1869 was a dry year.'
const SENTENCE = { start: 0, end: 40 }

function spanOf(words: string, from = 0) {
  const start = TEXT.indexOf(words, from)
  return { start, end: start + words.length }
}

function fact(contentKey: string, answer: string, given: Partial<FactTrace> = {}): FactTrace {
  return { contentKey, kind: 'date', spans: [SENTENCE], answer, answerSpan: spanOf(answer), ...given }
}

const pairsOf = (before: FactTrace[], found: FactTrace[]) => Object.fromEntries(rematchFacts(before, found))

describe('a fact of a newer engine', () => {
  it('is the old one where the key is the same, whatever else changed', () => {
    expect(pairsOf([fact('a', '1869')], [fact('a', 'Karakol', { kind: 'name' })])).toEqual({ a: 'a' })
  })

  it('is the old one where the same words answer in the same place, though kind and sentence were read otherwise', () => {
    const wider = { kind: 'event', spans: [{ start: 4, end: 60 }], answer: 'In 1869', answerSpan: spanOf('1869') }
    expect(pairsOf([fact('a', '1869')], [fact('b', '1869', { ...wider, answer: '1869' })])).toEqual({ a: 'b' })
    expect(pairsOf([fact('a', 'town of Karakol')], [fact('b', 'The town of Karakol')])).toEqual({ a: 'b' })
  })

  it('is another where the same words answer elsewhere', () => {
    const later = fact('b', '1869', { spans: [{ start: 41, end: 101 }], answerSpan: spanOf('1869', 50) })
    expect(pairsOf([fact('a', '1869')], [later])).toEqual({})
    expect(pairsOf([fact('a', '1869')], [{ ...later, spans: [{ start: 0, end: 101 }] }])).toEqual({})
  })

  it('is another where the answer is another, however alike', () => {
    const place = { answerSpan: spanOf('1869') }
    expect(pairsOf([fact('a', '1869', place)], [fact('b', '1896', place)])).toEqual({})
    const derived = { kind: 'count', answerSpan: null }
    const counted = (count: string) => `The text lists ${count} main tasks of the town.`
    expect(pairsOf([fact('a', counted('four'), derived)], [fact('b', counted('five'), derived)])).toEqual({})
    expect(pairsOf([fact('a', counted('four'), derived)], [fact('b', counted('four'), derived)])).toEqual({ a: 'b' })
  })

  it('is the old one where span and kind are the same and a word of many differs', () => {
    const derived = { kind: 'list', answerSpan: null }
    const before = fact(
      'a',
      'The tasks are: sweeping the streets; lighting the lamps; feeding the horses; drawing water.',
      derived,
    )
    const now = fact(
      'b',
      'The tasks were: sweeping the streets; lighting the lamps; feeding the horses; drawing water.',
      derived,
    )
    expect(pairsOf([before], [now])).toEqual({ a: 'b' })
    expect(pairsOf([before], [{ ...now, kind: 'property' }])).toEqual({})
  })

  it('is the likest of two: the kind speaks first', () => {
    const found = [fact('b', '1869', { kind: 'event' }), fact('c', '1869')]
    expect(pairsOf([fact('a', '1869')], found)).toEqual({ a: 'c' })
  })
})

describe('matching', () => {
  const words = ['Karakol', 'the Chu', 'Chu', '1869', '1896', 'four', 'five', 'the lake in the north of the land', 'x']
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 300 }))
    .map(([start, length]) => ({ start, end: start + length }))
  const traces = fc.uniqueArray(
    fc.record<FactTrace>({
      contentKey: fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 3 }),
      kind: fc.constantFrom('date', 'name', 'list'),
      spans: fc.array(spans, { minLength: 1, maxLength: 3 }),
      answer: fc.constantFrom(...words),
      answerSpan: fc.option(spans),
    }),
    { selector: ({ contentKey }) => contentKey, maxLength: 30 },
  )

  test.prop([traces])('finds every fact again in its own document', (facts) => {
    expect([...rematchFacts(facts, facts)]).toEqual(facts.map(({ contentKey }) => [contentKey, contentKey]))
  })

  test.prop([traces, traces])(
    'gives no fact away twice, and keeps every key that is there on both sides',
    (before, found) => {
      const pairs = rematchFacts(before, found)
      expect(new Set(pairs.values()).size).toBe(pairs.size)
      const keys = new Set(found.map(({ contentKey }) => contentKey))
      for (const { contentKey } of before) if (keys.has(contentKey)) expect(pairs.get(contentKey)).toBe(contentKey)
    },
  )

  test.prop([traces, traces])('never pairs two answers under two keys', (before, found) => {
    const bare = (contentKey: string, among: readonly FactTrace[]) =>
      among.find((fact) => fact.contentKey === contentKey)?.answer.replace(/\bthe /g, '')
    for (const [old, fresh] of rematchFacts(before, found)) {
      if (old !== fresh) expect(bare(old, before)).toBe(bare(fresh, found))
    }
  })

  test.prop([traces, traces, fc.nat()])('does not hang on the order of the facts', (before, found, turn) => {
    const turned = <T>(all: readonly T[]) => [
      ...all.slice(turn % (all.length + 1)),
      ...all.slice(0, turn % (all.length + 1)),
    ]
    const sorted = (pairs: ReadonlyMap<string, string>) => [...pairs].sort()
    expect(sorted(rematchFacts(turned(before), turned(found).reverse()))).toEqual(sorted(rematchFacts(before, found)))
  })

  it('is done with a document of many facts', () => {
    const many = (keys: string, shift: number) =>
      Array.from({ length: 20_000 }, (_, at): FactTrace => {
        const span = { start: at * 90 + shift, end: at * 90 + 80 }
        return { contentKey: `${keys}${at}`, kind: 'date', spans: [span], answer: `Name ${at % 50}`, answerSpan: span }
      })
    // Each against each other would be 400 million comparisons, and outlast the test's own limit.
    expect(rematchFacts(many('old', 0), many('new', 2)).size).toBe(20_000)
  })
})
