import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { generate } from '../finder/rules/generate'
import { shuffled } from '../shared/random'
import type { Item, ItemType } from './item'
import { pairText } from './pairs'
import { publicItem } from './public-item'

const TEXT = 'Harbours\n\nThe harbour of Oslo was opened in 1891. The lighthouse has seven lamps in the northern tower.'
const HIDDEN = 'hidden-away'

function item(type: ItemType, rest: Partial<Item> = {}): Item {
  return {
    id: 'i',
    type,
    tier: 'A',
    factIds: [HIDDEN],
    stem: 'Who?',
    options: [],
    key: [HIDDEN],
    accepted: [[HIDDEN]],
    explanation: HIDDEN,
    distractorReasons: { a: HIDDEN },
    distractorProofs: { [HIDDEN]: { start: 0, end: 1, quote: HIDDEN } },
    evidence: [{ start: 0, end: 1, quote: HIDDEN }],
    ...rest,
  }
}

describe('publicItem', () => {
  it('shows id, type, stem, options, prompts and how many answers there are, and nothing else', () => {
    const { items } = generate({ title: null, text: TEXT, format: 'txt' })
    expect(items.length).toBeGreaterThan(0)
    for (const made of items) {
      expect(Object.keys(publicItem(made)).sort()).toEqual(['answers', 'id', 'options', 'prompts', 'stem', 'type'])
    }
  })

  it('has no word of key, reasons or evidence', () => {
    expect(JSON.stringify(publicItem(item('short-answer')))).not.toContain(HIDDEN)
  })

  it('has prompts where something is to be matched, and nowhere else', () => {
    const key = ['Osh → south', 'Talas → north']
    expect(publicItem(item('matching', { key, options: ['north', 'south'] }))).toMatchObject({
      prompts: ['Osh', 'Talas'],
      answers: 2,
    })
    expect(publicItem(item('ordering', { key, options: key.toReversed() })).prompts).toEqual([])
  })
})

const word = fc.stringMatching(/^[a-z]{4,12}$/)
const pairs = fc.uniqueArray(fc.record({ left: word, right: word }), {
  minLength: 3,
  maxLength: 8,
  selector: ({ left, right }) => [left, right].join(),
  comparator: (one, other) => one.split(',').some((part) => other.split(',').includes(part)),
})

test.prop([pairs, fc.integer()])(
  'of a matching no pair reaches the public item, nor an order that tells it',
  (all, seed) => {
    const key = all.map(pairText)
    const options = shuffled(
      all.map(({ right }) => right),
      seed,
    )
    const shown = publicItem(item('matching', { key, options }))
    for (const entry of key) expect(JSON.stringify(shown)).not.toContain(entry)
    expect(shown.prompts).toEqual(all.map(({ left }) => left))
    // What is shown is made of the lefts in their order and the options in theirs: other pairs of them look the same.
    const turned = all.map(({ left }, at) => pairText({ left, right: all[(at + 1) % all.length]?.right ?? '' }))
    expect(publicItem(item('matching', { key: turned, options }))).toEqual(shown)
  },
)

test.prop([fc.uniqueArray(word, { minLength: 2, maxLength: 8 }), fc.integer()])(
  'of an ordering nothing but the entries as they are offered',
  (key, seed) => {
    const options = shuffled(key, seed)
    const shown = publicItem(item('ordering', { key, options }))
    expect(publicItem(item('ordering', { key: key.toReversed(), options }))).toEqual(shown)
  },
)
