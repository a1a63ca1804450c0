import { describe, expect, it } from 'vitest'
import { isInOtherLanguage } from '../../lib/core/check/words-of-languages'
import { structureDocument } from '../../lib/core/document/structure-document'
import { windowsOf } from '../../lib/core/generation/model/windows'
import type { Proposal } from '../../lib/core/generation/read-reply'
import { seededRandom } from '../../lib/core/shared/random'
import { MUTATIONS, type Mutation, mutate, type Surroundings } from './mutations'

const TEXT = `The mill of Arden

The mill of Arden was built in 1666 by Ada Quill. Tom Farrow sold the mill in 1701. The valley of Arden exports barley and wool.
`
const document = { ...structureDocument({ title: null, text: TEXT, format: 'txt' }), language: 'eng' }
const [window] = windowsOf(document)
if (!window) throw new Error('The text has no window.')

const AROUND: Surroundings = {
  recorded: {
    ...{ label: 'arden', document, window, depth: 'balanced', proposals: [] },
    request: { stage: 'propose', messages: [], schema: {}, mostTokens: 0 },
  },
  ownKeys: ['Ada Quill', 'Tom Farrow'],
  foreignKeys: ['Jane Holt'],
}
const NO_KEYS: Surroundings = { ...AROUND, ownKeys: [], foreignKeys: [] }

const BUILDER: Proposal = {
  ...{ sentences: [1], quote: '', type: 'short-answer', also: [], wrong: [] },
  ...{ stem: 'Who built the mill that was burnt in 1701?', key: ['Ada Quill'] },
}
const EXPORT: Proposal = {
  ...{
    sentences: [3],
    quote: '',
    type: 'choice',
    stem: 'What does the valley of Arden export?',
    key: ['barley'],
    also: [],
  },
  wrong: ['salt', 'glass'].map((text) => ({ text, why: 'Not named.' })),
}
const FALSE: Proposal = { ...BUILDER, type: 'true-false', stem: 'The mill burnt in 1701.', key: ['False'] }

type Part = keyof Proposal
const partsChanged = (before: Proposal, after: Proposal): Part[] =>
  (Object.keys(before) as Part[]).filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))

/** Fifty draws: a fault may be made in several ways. */
const drawn = (kind: Mutation, proposal: Proposal, around = AROUND): (Proposal | null)[] =>
  Array.from({ length: 50 }, (_, seed) => mutate(kind, proposal, around, seededRandom(seed)))

type Row = {
  readonly kind: Mutation
  readonly proposal: Proposal
  /** What it may change; the rest stays. */
  readonly parts: readonly Part[]
  readonly isFault: (changed: Proposal) => boolean
  /** The fault cannot be made in this one. */
  readonly impossible: Proposal
  readonly around?: Surroundings
}

const ROWS: readonly Row[] = [
  {
    kind: 'key-swapped',
    ...{ proposal: BUILDER, parts: ['key'], isFault: ({ key }) => key[0] === 'Tom Farrow' },
    ...{ impossible: BUILDER, around: NO_KEYS },
  },
  {
    kind: 'figure-changed',
    ...{ proposal: BUILDER, parts: ['stem'], isFault: ({ stem }) => /\b1\d\d\d\?$/.test(stem) && !/1701/.test(stem) },
    impossible: FALSE,
  },
  {
    kind: 'denial-changed',
    ...{ proposal: BUILDER, parts: ['stem'], isFault: ({ stem }) => /that was not burnt/.test(stem) },
    impossible: EXPORT,
  },
  {
    kind: 'quote-moved',
    ...{ proposal: BUILDER, parts: ['sentences'], isFault: ({ sentences }) => /^[23]$/.test(sentences.join()) },
    impossible: { ...BUILDER, sentences: [1, 2, 3] },
  },
  {
    kind: 'second-right-option',
    ...{ proposal: EXPORT, parts: ['wrong'], isFault: ({ wrong }) => wrong[0]?.text === 'wool' && wrong.length === 2 },
    impossible: BUILDER,
  },
  {
    kind: 'other-language',
    ...{ proposal: EXPORT, parts: ['stem'], isFault: ({ stem }) => isInOtherLanguage(stem, 'eng', TEXT) },
    impossible: { ...BUILDER, type: 'gaps' },
  },
  {
    kind: 'invented',
    ...{ proposal: BUILDER, parts: ['key', 'quote', 'sentences'] },
    isFault: ({ key, quote }) => key[0] === 'Jane Holt' || quote.includes('Jane Holt'),
    ...{ impossible: BUILDER, around: NO_KEYS },
  },
]

describe.each(ROWS)('the mutation $kind', ({ kind, proposal, parts, isFault, impossible, around }) => {
  it('makes its fault and leaves the rest', () => {
    for (const changed of drawn(kind, proposal)) {
      if (changed === null) throw new Error('The fault was not made.')
      expect(isFault(changed), JSON.stringify(changed)).toBe(true)
      expect(partsChanged(proposal, changed).length).toBeGreaterThan(0)
      expect(parts).toEqual(expect.arrayContaining(partsChanged(proposal, changed)))
    }
  })

  it('is null where the fault cannot be made', () => {
    expect(new Set(drawn(kind, impossible, around))).toEqual(new Set([null]))
  })
})

it('every mutation is tested', () => expect(ROWS.map(({ kind }) => kind)).toEqual([...MUTATIONS]))
