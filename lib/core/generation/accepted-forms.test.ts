import { describe, expect, it } from 'vitest'
import { structureDocument } from '../document/structure-document'
import { locateDraft } from './locate-draft'
import { readProposals } from './read-reply'
import { sentencesToAsk } from './sentences-to-ask'

const text =
  'Ada Quill built the tower. Quill lit it for the Board of Northern Lights (BNL). Tom Farrow kept it. Windmill pumps raised the water. The charter gave the keepers a two-vote lead. Tom Wragg kept it after Ann Wragg.'
const document = { ...structureDocument({ title: null, text, format: 'txt' }), language: 'eng' }

type Asked = { readonly question: string; readonly answers: readonly string[]; readonly sentence: number }

/** The type of the draft, and the forms that it accepts beside its answer. */
function located(asked: Asked, also: readonly string[] = [], type = 'short-answer') {
  const [entry] = readProposals(JSON.stringify({ items: [{ ...asked, also, type, wrong: [] }] })).entries
  if (!entry) throw new Error('The proposal cannot be read.')
  const found = locateDraft(entry, { finder: 'model:test', document, sentences: sentencesToAsk(document) })
  if (!('draft' in found)) throw new Error(found.refusal.code)
  return { type: found.draft.type, accepted: found.draft.accepted.flat() }
}

const WHO_BUILT = { question: 'Who built the tower?', answers: ['Ada Quill'], sentence: 1 }
const KEPT = { question: 'Who kept the tower?', answers: ['Tom Farrow'], sentence: 3 }
const BOARD = {
  question: 'For which body did Quill light the tower?',
  answers: ['Board of Northern Lights'],
  sentence: 2,
}
const PUMPS = { question: 'What raised the water?', answers: ['windmill pumps'], sentence: 4 }
const LEAD = { question: 'Which lead did the charter give the keepers?', answers: ['two-vote lead'], sentence: 5 }

describe('the forms of an answer that count', () => {
  it('are a last name that nobody else of the text has, and the abbreviation that it gives', () => {
    expect(located(WHO_BUILT).accepted).toContain('Quill')
    expect(located({ ...WHO_BUILT, question: 'Which engineer built the tower?' }).accepted).toContain('Quill')
    expect(located(KEPT).accepted).toContain('Farrow')
    expect(located({ ...KEPT, answers: ['Tom Wragg'], sentence: 6 }).accepted).not.toContain('Wragg')
    expect(located({ ...KEPT, answers: ['Tom Farrow'], question: 'What kept the tower?' }).accepted).not.toContain(
      'Farrow',
    )
    expect(located(BOARD).accepted).toContain('BNL')
  })

  it.each([
    ['a part of it', PUMPS, 'windmills'],
    ['it in another order', PUMPS, 'pumps of windmills'],
    ['another name of it', PUMPS, 'wind engines'],
    ['its initials', { ...BOARD, answers: ['Northern Lights'] }, 'NL'],
    ['more of its proof', LEAD, 'a two-vote lead for the keepers'],
  ])('are those that the finder names: %s', (_, asked, form) => {
    expect(located(asked, [form])).toMatchObject({ type: 'short-answer', accepted: expect.arrayContaining([form]) })
  })

  it.each([
    ['another thing of the text', PUMPS, 'tower pumps'],
    ['a word of the text in another form', PUMPS, 'lighted pumps'],
    ['another figure', LEAD, '2 vote lead, 3'],
    ['a word of the question alone', LEAD, 'lead'],
  ])('are not those that mean something else, and the answer is not typed then: %s', (_, asked, form) => {
    const { type, accepted } = located(asked, [form])
    expect({ type, isAccepted: accepted.includes(form) }).toEqual({ type: 'flashcard', isAccepted: false })
  })

  it('are six of those named, none longer than anyone types', () => {
    const named = [
      'wind engines',
      'x'.repeat(101),
      ...Array.from({ length: 9 }, (_, at) => `engine of kind ${'i'.repeat(at + 1)}`),
    ]
    const [entry] = readProposals(JSON.stringify([{ ...PUMPS, type: 'cloze', also: named }])).entries
    expect(entry?.also).toEqual([named[0], ...named.slice(2, 7)])
  })

  it('of a gap stay, whatever else is named', () => {
    const gap = { ...PUMPS, question: '_____ raised the water.' }
    expect(located(gap, ['tower', 'windmills'], 'cloze')).toMatchObject({ type: 'cloze', accepted: ['windmills'] })
  })
})

it('an answer of more than four words is not typed', () => {
  expect(
    located({ ...LEAD, question: 'What did the charter give?', answers: ['the keepers a two-vote lead'] }).type,
  ).toBe('flashcard')
  expect(located({ ...LEAD, question: 'What did the charter give?', answers: ['two-vote lead'] }).type).toBe(
    'short-answer',
  )
})
