import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { ratingPerKey } from '../../grading/rating-of'
import type { Response } from '../../grading/response'
import { reword } from '../../item/reword'
import { grade, wrongOptions } from '../registry'

const events = anItem({
  type: 'ordering',
  key: ['first', 'second', 'third', 'fourth'],
  options: ['third', 'first', 'fourth', 'second'],
})
const order = (...entries: string[]): Response => ({ kind: 'order', entries })

describe('grading', () => {
  it('counts what need not be moved to mend the order', () => {
    expect(grade(events, order('first', 'second', 'third', 'fourth'))).toMatchObject({ points: 1, correct: true })
    expect(grade(events, order('fourth', 'first', 'second', 'third'))).toMatchObject({
      points: 2 / 3,
      correct: false,
      perKey: [true, true, true, false],
    })
  })
  it('gives nothing for a reversed order', () => {
    expect(grade(events, order('fourth', 'third', 'second', 'first'))).toMatchObject({
      points: 0,
      perKey: [false, false, false, false],
    })
  })
  it('takes an order that was left as it was shown for unanswered', () => {
    expect(grade(events, order('third', 'first', 'fourth', 'second'))).toEqual({ kind: 'unanswered' })
    expect(grade(events, order())).toEqual({ kind: 'unanswered' })
  })
  it('refuses other entries than those shown', () => {
    expect(grade(events, order('first', 'second', 'third')).kind).toBe('invalid')
    expect(grade(events, order('first', 'first', 'second', 'third')).kind).toBe('invalid')
    expect(grade(events, order('first', 'second', 'third', 'fifth')).kind).toBe('invalid')
    expect(grade(events, { kind: 'pairs', chosen: ['first'] }).kind).toBe('invalid')
  })
})

it('rates what stands well in an order with a mistake Hard at most', () => {
  const moved = grade(events, order('fourth', 'first', 'second', 'third'))
  expect(ratingPerKey(moved)).toEqual(['hard', 'hard', 'hard', 'again'])
  expect(ratingPerKey(grade(events, order('fourth', 'third', 'second', 'first')))).toEqual(Array(4).fill('again'))
})

it('is never offered as it is right, however it is edited', () => {
  const abc = anItem({ type: 'ordering', key: ['a', 'b', 'c'], options: ['b', 'c', 'a'] })
  expect(wrongOptions(abc)).toEqual([])
  expect(reword(abc, { stem: 'First?', key: ['b', 'c', 'a'], wrong: [] })).toMatchObject({
    item: { content: { entries: ['b', 'c', 'a'], shown: ['c', 'a', 'b'] } },
  })
})

const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 7 })
const shuffled = words.chain((key) =>
  fc.shuffledSubarray(key, { minLength: key.length }).map((given) => ({ key, given })),
)

test.prop([shuffled])(
  'an order is right only when it is the key, and what counts stands in the right order',
  ({ key, given }) => {
    const question = { type: 'ordering' as const, content: { entries: key, shown: [] } }
    const score = grade(question, order(...given))
    if (score.kind !== 'graded') throw new Error(score.kind)
    expect(score.correct).toBe(given.every((entry, at) => entry === key[at]))
    const placed = given.filter((entry) => score.perKey[key.indexOf(entry)])
    expect(placed).toEqual(key.filter((entry) => placed.includes(entry)))
  },
)
