import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { structureDocument } from '../document/structure-document'
import { writeItem } from '../item/item'
import { detectLanguage } from '../language/detect-language'
import { openGate } from './gate'
import { locateDraft } from './locate-draft'
import { readProposals } from './read-reply'
import { sentencesToAsk } from './sentences-to-ask'

const TEXT = `The Marrow lighthouse

The lighthouse at Marrow Point was built in 1874 by Ada Quill. It was lit with whale oil until 1901. Today its lamp does not burn oil but runs on electricity.

A fog signal is a device that warns ships by sound. Sailors heard the first one in 1880. The harbour of Stenness is deeper than the bay of Orrin.

The keepers had three tasks: to trim the lamp, to wind the clockwork and to keep the log. Storms broke the panes in the 1890s. These were replaced by thicker glass.
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

/** The item's type and tier, or the code of its refusal. */
function judged(proposal: Record<string, unknown>): string {
  const { items, codes } = admitted([proposal])
  return items[0] ? `${items[0].type} ${items[0].tier}` : (codes[0] ?? 'nothing')
}

const BUILDER = {
  sentence: numberOf('built in 1874'),
  type: 'short-answer',
  question: 'Who built the lighthouse at Marrow Point?',
  answers: ['Ada Quill'],
  wrong: [],
}

describe('what the gate admits', () => {
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

describe('what the gate refuses', () => {
  it.each([
    ['an answer that the sentence does not have', { answers: ['Tom Farrow'] }, 'key-not-in-quote'],
    ['a sentence that the document does not have', { sentence: 99 }, 'unknown-sentence'],
    ['a type that it does not know', { type: 'riddle' }, 'unknown-type'],
    [
      'a quote of something else',
      { sentence: numberOf('fog signal'), question: 'What warns ships by sound?', answers: ['oil'] },
      'key-not-in-quote',
    ],
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
      'a figure that its sentence says only once',
      { question: 'When was the lighthouse at Marrow Point built by Ada Quill?', answers: ['1874–1874'] },
      'key-not-in-quote',
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

  it('is the same fact asked again in the same way', () => {
    const again = { ...BUILDER, question: 'By whom was the lighthouse at Marrow Point built?' }
    const { items, codes } = admitted([BUILDER, again])
    expect([items.length, codes]).toEqual([1, ['same-question']])
  })
})

describe('the facts of admitted items', () => {
  it('are one fact for two ways of asking it', () => {
    const gap = { ...BUILDER, type: 'cloze', question: 'The lighthouse at Marrow Point was built by _____.' }
    const { facts, items } = admitted([BUILDER, gap])
    expect(items.map(({ type }) => type)).toEqual(['short-answer', 'cloze'])
    expect(items.map(({ factIds }) => factIds)).toEqual([[facts[0]?.id], [facts[0]?.id]])
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
