import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { pairText } from '../question-types/matching/pair'
import { QUESTION_TYPES } from '../question-types/registry'
import { shuffled } from '../shared/random'
import { publicItem } from './item'

const HIDDEN = 'hidden-away'

it.each(QUESTION_TYPES)('of type %s has no word of facts, reasons, spellings or evidence', (type) => {
  const item = anItem({
    type,
    ...(type === 'true-false' ? { key: ['True'] } : {}),
    ...(type === 'matching' ? { key: ['a → b'], options: ['b'] } : {}),
    factIds: [HIDDEN],
    accepted: [[HIDDEN]],
    explanation: HIDDEN,
    distractorReasons: { 'another option': HIDDEN },
    distractorEvidence: { 'another option': { start: 0, end: 1, quote: HIDDEN } },
    evidence: [{ start: 0, end: 1, quote: HIDDEN }],
  })
  const shown = publicItem(item)
  expect(Object.keys(shown).sort()).toEqual(['content', 'id', 'stem', 'type'])
  expect(JSON.stringify(shown)).not.toContain(HIDDEN)
})

it.each(['cloze', 'short-answer', 'numeric'] as const)('of a typed answer (%s) has no word', (type) => {
  expect(JSON.stringify(publicItem(anItem({ type, key: [HIDDEN] })))).not.toContain(HIDDEN)
})

const word = fc.stringMatching(/^[a-z]{4,12}$/)
const pairs = fc.uniqueArray(fc.record({ left: word, right: word }), {
  minLength: 3,
  maxLength: 8,
  selector: ({ left, right }) => [left, right].join(),
  comparator: (left, right) => left.split(',').some((part) => right.split(',').includes(part)),
})

test.prop([pairs, fc.integer()])('of a matching shows no pair, nor an order that tells it', (all, seed) => {
  const rights = all.map(({ right }) => right)
  const options = shuffled(rights, seed)
  const shown = publicItem(anItem({ type: 'matching', key: all.map(pairText), options }))
  for (const pair of all) expect(JSON.stringify(shown)).not.toContain(pairText(pair))
  expect(shown.content).toEqual({ prompts: all.map(({ left }) => left), options })
  // What is shown is made of the lefts in their order and the options in theirs: other pairs of them look the same.
  const turned = all.map(({ left }, at) => pairText({ left, right: rights[(at + 1) % all.length] ?? '' }))
  expect(publicItem(anItem({ type: 'matching', key: turned, options }))).toEqual(shown)
})

test.prop([fc.uniqueArray(word, { minLength: 3, maxLength: 8 }), fc.integer()])(
  'of an ordering shows the entries as they are offered',
  (entries, seed) => {
    const shown = shuffled(entries, seed)
    const ordering = (right: readonly string[]) => {
      return publicItem({ ...anItem({ type: 'ordering' }), content: { entries: right, shown } })
    }
    expect(ordering(entries.toReversed())).toEqual(ordering(entries))
    expect(ordering(entries).content).toEqual({ entries: shown })
  },
)
