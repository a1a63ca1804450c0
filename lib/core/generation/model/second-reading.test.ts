import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import type { ModelStage } from '../finder'
import { openGate } from '../gate'
import { modelFinder } from './model-finder'

const TEXT = `The Marrow lighthouse

The lighthouse at Marrow Point was built in 1874 by Ada Quill. Sailors heard its first fog signal in 1880.

The keepers had three tasks: to trim the lamp, to wind the clockwork and to keep the log. The lighthouse at Marrow Point was built anew in 1910 by Tom Farrow.
`
const document = { ...structureDocument({ title: null, text: TEXT, format: 'txt' }), language: 'eng' }

type Replies = Partial<Record<ModelStage, unknown>>

/** What becomes of one proposal when each stage gets its reply; a stage without one is skipped. */
function read(proposal: Record<string, unknown>, replies: Replies): string {
  const finder = modelFinder('model:test', { depth: 'balanced', language: 'eng' })
  const [window] = finder.parts(document)
  if (!window) throw new Error('The text has no window.')
  const all: Replies = { propose: { items: [proposal] }, ...replies }
  const finding = finder.find(window, document)
  let step = finding.next()
  while (!step.done) {
    const said = step.value.map(({ stage }) => (all[stage] === undefined ? null : JSON.stringify(all[stage])))
    step = finding.next(said)
  }
  const { items, refusals } = openGate(document).admit(step.value.drafts)
  const [item] = items
  if (!item) return [...step.value.refusals, ...refusals][0]?.code ?? 'nothing'
  return item.doubts.length === 0 ? 'shown' : item.doubts.map(({ code }) => code).join(', ')
}

const CHOICE = {
  sentence: 1,
  type: 'choice',
  question: 'Who built the lighthouse at Marrow Point?',
  answers: ['Ada Quill'],
  wrong: ['Jane Holt', 'Peter Lund', 'Emil Brandt'].map((text) => ({ text, why: 'A keeper.' })),
}
const answer = (...answers: string[]) => ({ answers: [{ n: 1, answers, sentence: 1 }] })
const UNKNOWN = answer('?')
/** Every letter but one is wrong, whichever option it stands for. */
const refuted = (right: readonly string[]) => ({ items: [{ n: 1, right, wrong: [] }] })
const GOOD: Replies = {
  'answer-with-text': answer('Ada Quill'),
  'answer-without-text': UNKNOWN,
  refute: refuted(['Ada Quill']),
}

describe('the second reading', () => {
  it('shows what is answered alike from the text, and not without it', () => {
    expect(read(CHOICE, GOOD)).toBe('shown')
  })

  it.each<[string, Replies, string]>([
    ['the text does not answer it', { 'answer-with-text': UNKNOWN }, 'not-answerable'],
    ['the text answers otherwise', { 'answer-with-text': answer('Tom Farrow') }, 'answered-otherwise'],
    ['its options give the answer away', { 'answer-without-text': answer('Ada Quill') }, 'guessable'],
    ['another option is right too', { refute: refuted(['Ada Quill', 'Jane Holt']) }, 'option-also-right'],
    ['another option is right instead', { refute: refuted(['Jane Holt']) }, 'answered-otherwise'],
  ])('refuses a question where %s', (_, replies, code) => {
    expect(read(CHOICE, { ...GOOD, ...replies })).toBe(code)
  })

  it('refuses a question that another sentence answers in another way', () => {
    const year = { ...CHOICE, type: 'short-answer', wrong: [], answers: ['1874'] }
    const asked = { ...year, question: 'When was the lighthouse at Marrow Point built?' }
    const replies = { ...GOOD, 'answer-with-text': answer('1874') }
    expect(read(asked, { ...replies, elsewhere: UNKNOWN })).toBe('shown')
    expect(read(asked, { ...replies, elsewhere: answer('1910') })).toBe('another-answer')
  })

  it('leaves a question in doubt that nobody read again', () => {
    expect(read(CHOICE, {})).toContain('not-reread')
  })

  it('settles the doubts that its stages answer', () => {
    const listed = {
      ...CHOICE,
      sentence: 3,
      question: 'Which of the three tasks at Marrow Point leaves a record to read?',
      answers: ['to keep the log'],
      wrong: ['to trim the lamp', 'to paint the door', 'to feed the gulls'].map((text) => ({
        text,
        why: 'No record.',
      })),
    }
    const answered = { ...GOOD, 'answer-with-text': { answers: [{ n: 1, answers: ['to keep the log'], sentence: 3 }] } }
    expect(read(listed, { ...answered, refute: refuted(['to keep the log']) })).toBe('shown')
    expect(read(listed, { ...answered, refute: undefined })).toContain('option-listed-with-key')
  })
})
