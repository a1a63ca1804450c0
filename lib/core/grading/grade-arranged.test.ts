import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { pairText } from '../item/pairs'
import { type Gradable, grade } from './grade'
import { ratingPerKey } from './rating-of'
import { ratingsByFact } from './ratings-by-fact'
import type { Response } from './response'
import { rightResponse } from './right-response'

function question(type: Gradable['type'], key: readonly string[], options: readonly string[]): Gradable {
  return { type, key, options, accepted: key.map(() => []) }
}
const rivers = question(
  'matching',
  ['the Naryn → the Syr Darya', 'the Tyup → Issyk-Kul', 'the Kara-Suu → the Ob'],
  ['Issyk-Kul', 'the Ob', 'the Syr Darya', 'the Ili'],
)
const events = question('ordering', ['first', 'second', 'third', 'fourth'], ['third', 'first', 'fourth', 'second'])
const pair = (...chosen: string[]): Response => ({ kind: 'pairs', chosen })
const order = (...entries: string[]): Response => ({ kind: 'order', entries })

describe('matching and categorising', () => {
  it('each prompt is worth its share', () => {
    expect(grade(rivers, pair('the Syr Darya', 'the Ob', 'the Ob'))).toMatchObject({
      points: 2 / 3,
      correct: false,
      perKey: [true, false, true],
    })
    expect(grade(rivers, pair('the Syr Darya', 'Issyk-Kul', 'the Ob'))).toMatchObject({ points: 1, correct: true })
  })
  it('a prompt that was left empty earns nothing', () => {
    expect(grade(rivers, pair('', 'Issyk-Kul'))).toMatchObject({ perKey: [false, true, false] })
  })
  it('nothing chosen is unanswered, not wrong', () => {
    expect(grade(rivers, pair('', '', ''))).toEqual({ kind: 'unanswered' })
    expect(grade(rivers, pair())).toEqual({ kind: 'unanswered' })
  })
  it('an option that was never offered, one answer too many or an answer of another kind is invalid', () => {
    expect(grade(rivers, pair('the Volga')).kind).toBe('invalid')
    expect(grade(rivers, pair('the Ili', 'the Ili', 'the Ili', 'the Ili')).kind).toBe('invalid')
    expect(grade(rivers, order('the Ili')).kind).toBe('invalid')
    expect(grade(rivers, { kind: 'choice', option: 'the Ili' }).kind).toBe('invalid')
  })
  it('several members may go into one category', () => {
    const towns = question('categorising', ['Osh → south', 'Talas → north', 'Batken → south'], ['north', 'south'])
    expect(grade(towns, pair('south', 'north', 'south'))).toMatchObject({ points: 1 })
    expect(grade(towns, pair('south', 'south', 'south'))).toMatchObject({ perKey: [true, false, true] })
  })
})

describe('ordering', () => {
  it('counts what need not be moved to mend the order', () => {
    expect(grade(events, order('first', 'second', 'third', 'fourth'))).toMatchObject({ points: 1, correct: true })
    expect(grade(events, order('fourth', 'first', 'second', 'third'))).toMatchObject({
      points: 2 / 3,
      correct: false,
      perKey: [true, true, true, false],
    })
  })
  it('a reversed order earns nothing', () => {
    expect(grade(events, order('fourth', 'third', 'second', 'first'))).toMatchObject({
      points: 0,
      perKey: [false, false, false, false],
    })
  })
  it('left as it was shown it is unanswered', () => {
    expect(grade(events, order('third', 'first', 'fourth', 'second'))).toEqual({ kind: 'unanswered' })
    expect(grade(events, order())).toEqual({ kind: 'unanswered' })
  })
  it('other entries than those shown are invalid', () => {
    expect(grade(events, order('first', 'second', 'third')).kind).toBe('invalid')
    expect(grade(events, order('first', 'first', 'second', 'third')).kind).toBe('invalid')
    expect(grade(events, order('first', 'second', 'third', 'fifth')).kind).toBe('invalid')
    expect(grade(events, pair('first')).kind).toBe('invalid')
  })
})

describe('rating', () => {
  it('each pair has its own', () => {
    expect(ratingPerKey(grade(rivers, pair('the Syr Darya', 'the Ob', 'the Ob')))).toEqual(['good', 'again', 'good'])
  })
  it('what stands well in an order with a mistake is Hard at most', () => {
    const moved = grade(events, order('fourth', 'first', 'second', 'third'))
    expect(ratingPerKey(moved)).toEqual(['hard', 'hard', 'hard', 'again'])
    expect(ratingPerKey(grade(events, order('fourth', 'third', 'second', 'first')))).toEqual(Array(4).fill('again'))
  })
  it('each fact gets that of its entry; one that two entries ask is known only when both were', () => {
    const score = grade(rivers, pair('the Syr Darya', 'the Ob', 'the Ob'))
    const rated = (...factIds: string[]) => Object.fromEntries(ratingsByFact({ ...rivers, factIds }, score))
    expect(rated('a', 'b', 'c')).toEqual({ a: 'good', b: 'again', c: 'good' })
    expect(rated('a', 'b', 'b')).toEqual({ a: 'good', b: 'again' })
    expect(rated('a', 'b')).toEqual({ a: 'again', b: 'again' })
  })
})

const word = fc.stringMatching(/^[a-z]{1,6}$/)
const words = fc.uniqueArray(word, { minLength: 2, maxLength: 7 })
const shuffledWords = words.chain((key) =>
  fc.shuffledSubarray(key, { minLength: key.length }).map((given) => ({ key, given })),
)

test.prop([words])('giving the key is always full marks', (lefts) => {
  const rights = lefts.map((left) => `${left}!`)
  const key = lefts.map((left, at) => pairText({ left, right: rights[at] ?? '' }))
  const questions = [
    question('matching', key, rights),
    question('categorising', key, rights),
    question('ordering', lefts, lefts.toReversed()),
    question('multiple', lefts, [...lefts, '?']),
    question('choice', lefts.slice(0, 1), lefts),
    question('short-answer', lefts, []),
  ]
  for (const one of questions) expect(grade(one, rightResponse(one))).toMatchObject({ points: 1, correct: true })
})

test.prop([shuffledWords])(
  'an order is right only when it is the key, and what counts stands in the right order',
  (one) => {
    const { key, given } = one
    const score = grade(question('ordering', key, []), order(...given))
    if (score.kind !== 'graded') throw new Error(score.kind)
    expect(score.correct).toBe(given.every((entry, at) => entry === key[at]))
    const placed = given.filter((entry) => score.perKey[key.indexOf(entry)])
    expect(placed).toEqual(key.filter((entry) => placed.includes(entry)))
  },
)
