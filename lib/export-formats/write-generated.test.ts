import { expect, it } from 'vitest'
import { anItem, ofRules } from '@/test/an-item'
import type { Generated } from '../core/generation/generated'
import type { Item } from '../core/item/item'
import { generatedJson, generatedMarkdown } from './write-generated'

const TEXT = 'The Naryn flows into the Syr Darya. The Tyup flows into Issyk-Kul.'
const item = anItem({
  type: 'choice',
  stem: 'Where does the Naryn flow?',
  options: ['Issyk-Kul', 'the Syr Darya'],
  key: ['the Syr Darya'],
  explanation: 'The Naryn flows into the Syr Darya.',
  distractorReasons: { 'Issyk-Kul': 'The Tyup flows there.' },
  distractorEvidence: { 'Issyk-Kul': { start: 36, end: TEXT.length, quote: 'The Tyup flows into Issyk-Kul.' } },
})
const generated = (items: readonly Item[]): Generated => ({
  document: { title: 'Rivers', text: TEXT, hash: 'h', language: 'eng', blocks: [] },
  engine: 'e',
  facts: [
    {
      id: 'f',
      kind: 'relation',
      statement: 'The Naryn flows into the Syr Darya.',
      spans: [],
      subject: 'the Naryn',
      relation: 'flows into',
      answer: 'the Syr Darya',
      answerSpan: null,
      members: [],
      open: false,
      heading: '',
    },
  ],
  items: items.map(ofRules),
  refused: {},
  refusals: [],
})

it('prints where the document speaks of a wrong option, in its words', () => {
  expect(JSON.parse(generatedJson(generated([item]))).items[0].distractorEvidence).toEqual({
    'Issyk-Kul': { start: 36, end: TEXT.length, quote: 'The Tyup flows into Issyk-Kul.' },
  })
  const { distractorEvidence } = JSON.parse(
    generatedJson(generated([{ ...item, content: { ...item.content, distractorEvidence: {} } }])),
  ).items[0]
  expect(distractorEvidence).toBeUndefined()
})

it('prints pairs and orders as they are right, not as ticked options', () => {
  const options = ['Issyk-Kul', 'the Syr Darya']
  const pairs = anItem({ type: 'matching', key: ['the Naryn → the Syr Darya', 'the Tyup → Issyk-Kul'], options })
  const order = anItem({ type: 'ordering', key: ['the Syr Darya', 'Issyk-Kul'], options })
  expect(generatedMarkdown(generated([item]))).toContain('- [x] the Syr Darya')
  expect(generatedMarkdown(generated([pairs]))).toContain('→ the Naryn → the Syr Darya; the Tyup → Issyk-Kul')
  expect(generatedMarkdown(generated([order]))).toContain('→ the Syr Darya; Issyk-Kul')
})
