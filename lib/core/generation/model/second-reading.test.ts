import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { type ModelStage, SECOND_READING_STAGES, type SecondReadingStage } from '../finder'
import { openGate } from '../gate'
import type { RefusalCode } from '../refusal'
import { modelFinder } from './model-finder'

const TEXT = `The Marrow lighthouse

The lighthouse at Marrow Point was built in 1874 by Ada Quill. Sailors heard its first fog signal in 1880.

The keepers had three tasks: to trim the lamp, to wind the clockwork and to keep the log. The lighthouse at Marrow Point was built anew in 1910 by Tom Farrow.
`
const document = { ...structureDocument({ title: null, text: TEXT, format: 'txt' }), language: 'eng' }

type Replies = Partial<Record<ModelStage, unknown>>

/** What becomes of one proposal when each stage gets its reply; a stage without one is skipped. */
function read(
  proposal: Record<string, unknown>,
  replies: Replies,
  skipped: readonly SecondReadingStage[] = [],
): string {
  const finder = modelFinder('model:test', { depth: 'balanced', language: 'eng' }, skipped)
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

const YEAR = {
  ...{ ...CHOICE, type: 'short-answer', wrong: [] },
  ...{ question: 'When was the lighthouse at Marrow Point built?', answers: ['1874'] },
}
const YEAR_GOOD: Replies = { ...GOOD, 'answer-with-text': answer('1874'), elsewhere: UNKNOWN }

/** With these replies the proposal has the fault; with those near them it is shown. */
type Row = {
  readonly wrong: string
  readonly proposal: Record<string, unknown>
  readonly replies: Replies
  readonly near: Replies
  readonly code: RefusalCode
}

const ROWS: readonly Row[] = [
  {
    wrong: 'the text does not answer it',
    ...{ proposal: CHOICE, replies: { ...GOOD, 'answer-with-text': UNKNOWN }, near: GOOD },
    code: 'not-answerable',
  },
  {
    wrong: 'the text answers otherwise',
    proposal: CHOICE,
    replies: { ...GOOD, 'answer-with-text': answer('Tom Farrow') },
    near: { ...GOOD, 'answer-with-text': answer('Quill') },
    code: 'answered-otherwise',
  },
  {
    wrong: 'another option is right instead',
    ...{ proposal: CHOICE, replies: { ...GOOD, refute: refuted(['Jane Holt']) }, near: GOOD },
    code: 'answered-otherwise',
  },
  {
    wrong: 'another option is right too',
    ...{ proposal: CHOICE, replies: { ...GOOD, refute: refuted(['Ada Quill', 'Jane Holt']) }, near: GOOD },
    code: 'option-also-right',
  },
  {
    wrong: 'its options give the answer away',
    proposal: CHOICE,
    replies: { ...GOOD, 'answer-without-text': answer('Ada Quill') },
    near: { ...GOOD, 'answer-without-text': answer('Jane Holt') },
    code: 'guessable',
  },
  {
    wrong: 'another sentence answers it in another way',
    proposal: YEAR,
    replies: { ...YEAR_GOOD, elsewhere: answer('1910') },
    near: { ...YEAR_GOOD, elsewhere: answer('1911') },
    code: 'another-answer',
  },
  {
    wrong: 'nobody answered it from the text',
    proposal: YEAR,
    replies: { ...YEAR_GOOD, 'answer-with-text': undefined },
    near: YEAR_GOOD,
    code: 'not-reread',
  },
]

describe('the second reading', () => {
  it('shows what is answered alike from the text, and not without it', () => {
    expect(read(CHOICE, GOOD)).toBe('shown')
  })

  it.each(ROWS.map((row) => [row.code, row.wrong, row] as const))(
    'finds %s: %s',
    (code, _, { proposal, replies, near }) => {
      expect(read(proposal, replies)).toBe(code)
      expect(read(proposal, near)).toBe('shown')
    },
  )

  it.each([
    ['answer-without-text', { ...GOOD, 'answer-without-text': answer('Ada Quill') }],
    ['refute', { ...GOOD, refute: refuted(['Jane Holt']) }],
  ] as const)('finds nothing by a stage that is skipped: %s', (stage, replies) => {
    expect(read(CHOICE, replies)).not.toBe('shown')
    expect(read(CHOICE, replies, [stage])).toBe('shown')
  })

  it('leaves all to the author if every stage is skipped', () => {
    expect(read(CHOICE, GOOD, SECOND_READING_STAGES)).toBe('not-reread')
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
