import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { openGate } from '../gate'
import { locateDraft } from '../locate-draft'
import { readProposals } from '../read-reply'
import { sentencesToAsk } from '../sentences-to-ask'
import { secondAskings } from './second-asking'

const text = `The Marrow lighthouse

The lighthouse at Marrow Point was built in 1874 by Ada Quill. It was lit with whale oil. The keepers had three tasks: to trim the lamp, to wind the clockwork and to keep the log.`
const document = { ...structureDocument({ title: null, text, format: 'txt' }), language: 'eng' }

const BUILDER = { sentence: 1, question: 'Who built the lighthouse at Marrow Point?', answers: ['Ada Quill'] }
const wrong = ['Jane Holt', 'Peter Lund', 'Emil Brandt'].map((name) => ({ text: name, why: 'A keeper.' }))
const CHOICE = { ...BUILDER, type: 'choice', wrong }

type Proposed = Readonly<Record<string, unknown>>

/** What is asked a second time of these proposals, as type, stem and key. */
function askedAgain(...proposals: readonly Proposed[]) {
  const drafts = readProposals(JSON.stringify({ items: proposals })).entries.flatMap((entry) => {
    const located = locateDraft(entry, { finder: 'model:test', document, sentences: sentencesToAsk(document) })
    return 'draft' in located ? [located.draft] : []
  })
  expect(drafts).toHaveLength(proposals.length)
  const again = secondAskings(drafts, document)
  const { refusals } = openGate(document).admit([...drafts, ...again])
  expect(refusals).toEqual([])
  return again.map(({ type, stem, key }) => [type, stem, ...key])
}

describe('a fact that is asked in one way', () => {
  it('is a name or figure chosen among options: it is typed without them', () => {
    expect(askedAgain(CHOICE)).toEqual([['short-answer', BUILDER.question, 'Ada Quill']])
  })

  it('is another answer chosen among options: it is recalled', () => {
    const options = ['coal gas', 'beeswax', 'rape oil'].map((oil) => ({ text: oil, why: 'It was dearer.' }))
    const question = 'With what was the lighthouse at Marrow Point lit?'
    expect(askedAgain({ sentence: 2, type: 'choice', question, answers: ['whale oil'], wrong: options })).toEqual([
      ['flashcard', question, 'whale oil'],
    ])
  })

  it('is recalled: its sentence gets a gap, where it stands alone', () => {
    const year = { sentence: 1, question: 'When was the lighthouse at Marrow Point built?', answers: ['1874'] }
    expect(askedAgain({ ...year, type: 'numeric' })).toEqual([
      ['cloze', 'The lighthouse at Marrow Point was built in _____ by Ada Quill.', '1874'],
    ])
    const fuel = { sentence: 2, question: 'With what was the lighthouse at Marrow Point lit?', answers: ['whale oil'] }
    expect(askedAgain({ ...fuel, type: 'short-answer' })).toEqual([])
  })
})

describe('nothing is asked again', () => {
  it.each<[string, readonly Proposed[]]>([
    ['of a fact that is recognised and recalled', [CHOICE, { ...BUILDER, type: 'short-answer' }]],
    [
      'of a choice that speaks of its options',
      [{ ...CHOICE, question: 'Which of these built the lighthouse at Marrow Point?' }],
    ],
    [
      'of a list',
      [
        {
          sentence: 3,
          type: 'flashcard',
          question: 'Which three tasks had the keepers of Marrow Point?',
          answers: ['to trim the lamp', 'to wind the clockwork', 'to keep the log'],
        },
      ],
    ],
    [
      'of a statement',
      [
        {
          sentence: 1,
          type: 'true-false',
          question: 'The lighthouse at Marrow Point was built in 1874 by Ada Quill.',
          answers: ['True'],
        },
      ],
    ],
  ])('%s', (_, proposals) => expect(askedAgain(...proposals)).toEqual([]))
})
