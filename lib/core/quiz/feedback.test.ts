import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import type { Response } from '../grading/response'
import type { Question } from '../item/item'
import { grade } from '../question-types/registry'
import { type FactWithEvidence, feedbackOf } from './feedback'

const TEXT = 'The Naryn flows into the Syr Darya. The Tyup flows into Issyk-Kul. Osh is in the south.'
const spanOf = (quote: string, text = TEXT) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const quoted = (quote: string) => ({ ...spanOf(quote), quote })
const FACT_IDS = ['7d8a4c1e-3f52-4b7a-9a6e-1c2d3e4f5a6b', '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'] as const
const facts = new Map<string, FactWithEvidence>([
  [
    FACT_IDS[0],
    { id: FACT_IDS[0], spans: [spanOf('The Naryn flows into the Syr Darya.')], answerSpan: spanOf('the Syr Darya') },
  ],
  [
    FACT_IDS[1],
    { id: FACT_IDS[1], spans: [spanOf('The Tyup flows into Issyk-Kul.')], answerSpan: spanOf('Issyk-Kul') },
  ],
])

const rivers = anItem({
  type: 'matching',
  factIds: FACT_IDS,
  stem: 'Where does each river flow?',
  options: ['Issyk-Kul', 'the Syr Darya'],
  key: ['the Naryn → the Syr Darya', 'the Tyup → Issyk-Kul'],
  evidence: [quoted('The Naryn flows into the Syr Darya.'), quoted('The Tyup flows into Issyk-Kul.')],
})

function feedback(item: Question, response: Response, text = TEXT) {
  const score = grade(item, response, text)
  const perKey = score.kind === 'graded' ? score.perKey : []
  return feedbackOf(item, response, perKey, { document: { text, blocks: [] }, facts }).answer
}

describe('pairs', () => {
  it('each has the evidence of its own fact, with its answer lit', () => {
    const answer = feedback(rivers, { kind: 'pairs', chosen: ['the Syr Darya', 'the Syr Darya'] })
    if (answer.kind !== 'pairs') throw new Error(answer.kind)
    const lit = answer.pairs.map(({ evidence: { sentence, answer: at } }) => sentence.slice(at?.start, at?.end))
    expect(lit).toEqual(['the Syr Darya', 'Issyk-Kul'])
    expect(answer.pairs.map(({ counted }) => counted)).toEqual([true, false])
  })
  it('have the whole item’s evidence where an author left another number of them', () => {
    const answer = feedback(
      { ...rivers, content: { ...rivers.content, pairs: rivers.content.pairs.slice(0, 1) } },
      { kind: 'pairs', chosen: ['Issyk-Kul'] },
    )
    expect(answer).toMatchObject({
      pairs: [{ evidence: { sentence: 'The Naryn flows into the Syr Darya. … The Tyup flows into Issyk-Kul.' } }],
    })
  })
  it('find their evidence again in a newer text', () => {
    const newer = `Rivers of Kyrgyzstan. ${TEXT}`
    const answer = feedback(rivers, { kind: 'pairs', chosen: ['the Syr Darya', ''] }, newer)
    expect(answer).toMatchObject({
      pairs: [
        { evidence: { sentence: 'The Naryn flows into the Syr Darya.' } },
        { given: '', evidence: { sentence: 'The Tyup flows into Issyk-Kul.' } },
      ],
    })
  })
})

describe('wrong options', () => {
  const town = anItem({
    type: 'choice',
    factIds: FACT_IDS.slice(0, 1),
    options: ['Osh', 'the Syr Darya', 'the Volga'],
    key: ['the Syr Darya'],
    distractorReasons: { Osh: 'A town.' },
    distractorEvidence: { Osh: quoted('Osh is in the south.') },
  })
  it('show where the text speaks of them, lit; the key and what it never names have no such place', () => {
    const shown = { sentence: 'Osh is in the south.', answer: { start: 0, end: 3 } }
    expect(feedback(town, { kind: 'choice', option: 'Osh' })).toMatchObject({
      options: [
        { text: 'Osh', isGiven: true, reason: 'A town.', evidence: shown },
        { isKey: true, evidence: null },
        { text: 'the Volga', reason: '', evidence: null },
      ],
    })
    expect(feedback(town, { kind: 'choice', option: 'Osh' }, `Towns. ${TEXT}`)).toMatchObject({
      options: [{ evidence: shown }, {}, {}],
    })
  })
})

it('members of a list that were typed in another order are each told apart', () => {
  const list = anItem({ type: 'short-answer', factIds: FACT_IDS, key: ['East', 'West'] })
  expect(feedback(list, { kind: 'text', texts: ['West', 'North'] })).toMatchObject({
    typed: [
      { text: 'West', counted: true },
      { text: 'North', counted: false },
    ],
  })
})
