import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { structureDocument } from '../document/structure-document'
import { writeItem } from '../item/item'
import { detectLanguage } from '../language/detect-language'
import { openGate } from './gate'
import { locateDraft } from './locate-draft'
import { readProposals } from './read-reply'
import type { RefusalCode } from './refusal'
import { sentencesToAsk } from './sentences-to-ask'

const TEXT = `The Marrow lighthouse

The lighthouse at Marrow Point was built in 1874 by Ada Quill. It was lit with whale oil until 1901. Today its lamp does not burn oil but runs on electricity.

A fog signal is a device that warns ships by sound. Sailors heard the first one in 1880. The harbour of Stenness is deeper than the bay of Orrin.

The keepers had three tasks: to trim the lamp, to wind the clockwork and to keep the log. Storms broke the panes in the 1890s. These were replaced by thicker glass. The lighthouse at Marrow Point was painted in 1950 by Ole Krag.
`
const structured = structureDocument({ title: null, text: TEXT, format: 'txt' })
const document = { ...structured, language: detectLanguage(structured.text) }
const sentences = sentencesToAsk(document)
const numberOf = (words: string) => sentences.find(({ text }) => text.includes(words))?.number ?? 0

/** What the gate makes of proposals. */
function admitted(proposals: readonly Record<string, unknown>[]) {
  const located = readProposals(JSON.stringify({ items: proposals })).entries.map((entry) =>
    locateDraft(entry, { finder: 'model:test', document, sentences }),
  )
  const drafts = located.flatMap((each) => ('draft' in each ? [each.draft] : []))
  const unlocated = located.flatMap((each) => ('refusal' in each ? [each.refusal] : []))
  const { facts, items, refusals } = openGate(document).admit(drafts)
  return { facts, items, codes: [...unlocated, ...refusals].map(({ code }) => code) }
}

/** The item's type and tier, or the code of its refusal, in a deck that has admitted the proposals before it. */
function judged(proposal: Record<string, unknown>, before: readonly Record<string, unknown>[] = []): string {
  const { items, codes } = admitted([...before, proposal])
  const item = items[before.length]
  return item ? `${item.type} ${item.tier}` : (codes[0] ?? 'nothing')
}

const BUILDER = {
  sentence: numberOf('built in 1874'),
  type: 'short-answer',
  question: 'Who built the lighthouse at Marrow Point?',
  answers: ['Ada Quill'],
  wrong: [],
}

describe('what the gate admits', () => {
  it('is a pair or a place in an order as a fact of its own, though the same sentences prove them all', () => {
    const sentences = [numberOf('built in 1874'), numberOf('whale oil'), numberOf('painted in 1950')]
    const pairs = ['Ada Quill → 1874', 'whale oil → 1901', 'Ole Krag → 1950']
    const order = ['built in 1874', 'whale oil until 1901', 'painted in 1950']
    const asked = {
      sentences,
      type: 'matching',
      question: 'In which year did each of them work on the lighthouse at Marrow Point?',
    }
    const statements = (proposal: Record<string, unknown>) =>
      admitted([proposal]).facts.map(({ statement }) => statement)
    expect(statements({ ...asked, answers: pairs })).toEqual(pairs)
    const question = 'Put in order what happened to the lighthouse at Marrow Point.'
    expect(statements({ ...asked, type: 'ordering', question, answers: order })).toEqual([
      `${question} 1. built in 1874`,
      `${question} 2. whale oil until 1901`,
      `${question} 3. painted in 1950`,
    ])
  })
  it('is a question whose answer stands in the sentence', () => expect(judged(BUILDER)).toBe('short-answer A'))
  it('is a question for a decade', () => {
    const question = 'In which decade did storms break the panes of the lighthouse at Marrow Point?'
    expect(judged({ ...BUILDER, sentence: numberOf('Storms'), question, answers: ['1890s'] })).toBe('short-answer A')
  })
  it('is proven by two sentences where the second needs the first', () => {
    const question = 'What were the panes of Marrow Point that storms broke replaced by?'
    const proven = { sentences: [numberOf('Storms'), numberOf('thicker')], question, answers: ['thicker glass'] }
    expect(judged({ ...BUILDER, sentence: undefined, ...proven })).toBe('short-answer A')
  })
  it('names no sentence, and some of its words are those of the title', () => {
    const question = 'With what was the Marrow lighthouse lit?'
    expect(judged({ ...BUILDER, sentence: undefined, question, answers: ['whale oil'] })).toBe('short-answer A')
  })
  it('is a choice with wrong options of the same kind', () => {
    const wrong = ['Tom Farrow', 'Jane Holt', 'Peter Lund'].map((text) => ({ text, why: 'Not named.' }))
    expect(judged({ ...BUILDER, type: 'choice', wrong })).toBe('choice A')
  })
  it('denies what its sentence denies in another way', () => {
    const question = 'What is the lamp at Marrow Point today no longer run on?'
    expect(judged({ ...BUILDER, sentence: numberOf('does not burn'), question, answers: ['oil'] })).toBe(
      'short-answer A',
    )
  })
  it('is a false statement in which one figure is changed', () => {
    const question = 'The lighthouse at Marrow Point was built in 1847 by Ada Quill.'
    expect(judged({ ...BUILDER, type: 'true-false', question, answers: ['False'] })).toBe('true-false A')
  })
})

const WHEN = { ...BUILDER, question: 'When was the lighthouse at Marrow Point built by Ada Quill?', answers: ['1874'] }
const QUOTING = { ...BUILDER, sentence: undefined }
const IN_1874 = { ...BUILDER, question: 'Who built the lighthouse at Marrow Point in 1874?', answers: ['Quill'] }

/** The proposal is refused; the one near it, in the same deck, is not. */
type Row = {
  readonly wrong: string
  readonly before?: readonly Record<string, unknown>[]
  readonly proposal: Record<string, unknown>
  readonly near: Record<string, unknown>
  readonly code: RefusalCode
}

const REFUSED: readonly Row[] = [
  {
    wrong: 'a choice has no wrong options',
    proposal: { ...BUILDER, type: 'choice' },
    near: { ...BUILDER, type: 'choice', wrong: ['Tom Farrow', 'Jane Holt', 'Peter Lund'] },
    code: 'unreadable',
  },
  {
    wrong: 'there are more gaps than answers',
    proposal: { ...BUILDER, type: 'cloze', question: 'The lighthouse at _____ was built by _____.' },
    near: { ...BUILDER, type: 'cloze', question: 'The lighthouse at Marrow Point was built by _____.' },
    code: 'unreadable',
  },
  {
    wrong: 'its type has no name of ours',
    proposal: { ...BUILDER, type: 'riddle' },
    near: { ...BUILDER, type: 'Short answer' },
    code: 'unknown-type',
  },
  {
    wrong: 'the document has no sentence of its number',
    proposal: { ...BUILDER, sentence: 99 },
    near: BUILDER,
    code: 'unknown-sentence',
  },
  {
    wrong: 'no sentence has its quote',
    proposal: { ...QUOTING, quote: 'The lighthouse at Marrow Point was built in 1847' },
    near: { ...QUOTING, quote: '“the lighthouse at Marrow Point was built in 1874”' },
    code: 'quote-not-found',
  },
  {
    wrong: 'the sentence of its number has not its quote',
    proposal: { ...BUILDER, quote: 'It was lit with whale oil' },
    near: { ...BUILDER, quote: 'The lighthouse at Marrow Point' },
    code: 'quote-not-found',
  },
  {
    wrong: 'it names no sentence, quotes none, and none has its answer beside its words',
    proposal: { ...QUOTING, quote: '', answers: ['Tom Farrow'] },
    near: { ...QUOTING, quote: '' },
    code: 'no-sentence-found',
  },
  {
    wrong: 'two sentences have its quote',
    proposal: { ...QUOTING, quote: 'The lighthouse at Marrow Point was' },
    near: { ...QUOTING, quote: 'The lighthouse at Marrow Point was built' },
    code: 'quote-ambiguous',
  },
  {
    wrong: 'its sentence has not its answer',
    proposal: { ...BUILDER, answers: ['Tom Farrow'] },
    near: { ...BUILDER, answers: ['Quill'] },
    code: 'key-not-in-quote',
  },
  {
    wrong: 'another sentence has its answer',
    proposal: { ...BUILDER, question: 'What was the lighthouse at Marrow Point lit with?', answers: ['whale oil'] },
    near: {
      ...{ ...BUILDER, sentence: numberOf('whale oil') },
      ...{ question: 'What was the lighthouse at Marrow Point lit with?', answers: ['whale oil'] },
    },
    code: 'key-not-in-quote',
  },
  {
    wrong: 'its answer says a figure twice that its sentence says once',
    proposal: { ...WHEN, answers: ['1874–1874'] },
    near: WHEN,
    code: 'key-not-in-quote',
  },
  {
    wrong: 'the deck asks the same fact in the same way',
    before: [BUILDER],
    proposal: { ...BUILDER, question: 'By whom was the lighthouse at Marrow Point built?' },
    near: { ...BUILDER, type: 'cloze', question: 'The lighthouse at Marrow Point was built by _____.' },
    code: 'same-question',
  },
  {
    wrong: 'it asks on a card what is typed already, in nearly the same words',
    before: [BUILDER],
    proposal: { ...BUILDER, type: 'flashcard' },
    near: { ...BUILDER, type: 'flashcard', question: 'By whom was the lighthouse at Marrow Point built in 1874?' },
    code: 'same-question',
  },
  {
    wrong: 'it says the answer to a question that says its own',
    before: [IN_1874],
    proposal: { ...WHEN, question: 'When was the lighthouse at Marrow Point built by Quill?' },
    near: { ...WHEN, question: 'When was the lighthouse at Marrow Point built?' },
    code: 'answers-another',
  },
]

describe('what the gate refuses', () => {
  it.each(REFUSED.map((row) => [row.code, row.wrong, row] as const))('is %s: %s', (code, _, row) => {
    expect(judged(row.proposal, row.before)).toBe(code)
    expect(judged(row.near, row.before)).toMatch(/ [AB]$/)
  })
})

describe('what the gate refuses for a fault that a check finds', () => {
  it.each([
    [
      'a name from elsewhere',
      { question: 'Who built the lighthouse of Captain Brandt at Marrow Point?' },
      'name-not-in-text',
    ],
    ['a figure from elsewhere', { question: 'Who built the lighthouse at Marrow Point in 1875?' }, 'name-not-in-text'],
    ['another language', { question: 'Кто построил маяк на мысе?' }, 'other-language'],
    [
      'a denial that is left out',
      {
        sentence: numberOf('does not burn'),
        question: 'What does the lamp at Marrow Point burn today?',
        answers: ['oil'],
      },
      'negation-dropped',
    ],
    [
      'a question with the answer in it',
      { question: 'Who was the Ada Quill that built the lighthouse?' },
      'key-in-stem',
    ],
    [
      'who of a number',
      { question: 'Who built the lighthouse at Marrow Point?', answers: ['1874'] },
      'wrong-question-word',
    ],
    [
      'a true statement keyed false',
      {
        type: 'true-false',
        question: 'The lighthouse at Marrow Point was built in 1874 by Ada Quill.',
        answers: ['False'],
      },
      'not-false',
    ],
    [
      'a changed statement keyed true',
      {
        type: 'true-false',
        question: 'The lighthouse at Marrow Point was built in 1880 by Ada Quill.',
        answers: ['True'],
      },
      'figure-changed',
    ],
    [
      'a statement about another name keyed true',
      {
        type: 'true-false',
        question: 'The lighthouse at Marrow Point was built in 1874 by Ada Stenness.',
        answers: ['True'],
      },
      'not-proven-true',
    ],
    [
      'a figure of another sentence',
      { question: 'Who built the lighthouse at Marrow Point in 1901?' },
      'figure-changed',
    ],
    [
      'a denial that its sentence does not have',
      { question: 'Who did not build the lighthouse at Marrow Point?' },
      'negation-added',
    ],
    [
      'a list of another length than the question says',
      {
        sentence: numberOf('three tasks'),
        question: 'Which four tasks did the keepers of Marrow Point have?',
        answers: ['trim the lamp', 'wind the clockwork', 'keep the log'],
        type: 'flashcard',
      },
      'count-differs',
    ],
    [
      'a question in a related language',
      { question: 'Wer hat den Leuchtturm auf dem Felsen von Marrow gebaut?' },
      'other-language',
    ],
    [
      'a count of things where a time is asked',
      {
        sentence: numberOf('three tasks'),
        question: 'When did the keepers of Marrow Point have tasks?',
        answers: ['three'],
      },
      'wrong-question-word',
    ],
  ])('is %s', (_, change, code) => expect(judged({ ...BUILDER, ...change })).toBe(code))
})

describe('the facts of admitted items', () => {
  it('are one fact for two ways of asking it', () => {
    const gap = { ...BUILDER, type: 'cloze', question: 'The lighthouse at Marrow Point was built by _____.' }
    const { facts, items } = admitted([BUILDER, gap])
    expect(items.map(({ type }) => type)).toEqual(['short-answer', 'cloze'])
    expect(items.map(({ factIds }) => factIds)).toEqual([[facts[0]?.id], [facts[0]?.id]])
  })
  it('are one fact for a gap that the rules want typed and a question', () => {
    const gap = { ...BUILDER, question: 'The lighthouse at Marrow Point was built by _____.' }
    const { facts, items } = admitted([gap, BUILDER])
    expect([facts.length, items.length]).toEqual([1, 2])
  })
})

describe('an item that says the answer to another of its sentence', () => {
  const score = (...proposals: Record<string, unknown>[]) => admitted(proposals).items.at(-1)?.score ?? 0
  const year = { ...BUILDER, question: 'When was the lighthouse at Marrow Point built?', answers: ['1874'] }
  const telling = { ...year, question: 'When did Ada Quill build the lighthouse at Marrow Point?' }

  it('is worth less than one that does not', () => {
    expect(score(BUILDER, telling)).toBeLessThan(score(BUILDER, year))
    expect(score(telling, BUILDER)).toBeLessThan(score(year, BUILDER))
  })
  it('is worth as much where both ask one fact', () => {
    const gap = { ...BUILDER, type: 'cloze', question: 'The lighthouse at Marrow Point was built by _____ in 1874.' }
    expect(score(BUILDER, gap)).toBe(score(gap))
  })
})

describe('any reply', () => {
  test.prop([fc.string()])('is read without an error', (reply) => {
    expect(() => readProposals(reply)).not.toThrow()
  })
  test.prop([
    fc.nat(12),
    fc.constantFrom('choice', 'cloze', 'short-answer', 'true-false', 'multiple'),
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
  ])('gives only items that quote the document', (sentence, type, question, answers) => {
    const items = admitted([{ sentence, type, question, answers, wrong: [] }]).items
    const evidence = items.flatMap((item) => writeItem(item).evidence)
    expect(evidence.map(({ start, end }) => document.text.slice(start, end))).toEqual(
      evidence.map(({ quote }) => quote),
    )
  })
})
