import { expect, it } from 'vitest'
import { ratingOf, ratingPerKey } from './rating-of'
import type { Score } from './response'

const right: Score = { kind: 'graded', points: 1, correct: true, perKey: [true] }
const wrong: Score = { kind: 'graded', points: 0, correct: false, perKey: [false] }

it('rates a right answer Good, with a hint Hard, never Easy; a wrong one Again', () => {
  expect([ratingOf(right), ratingOf(right, true), ratingOf(wrong)]).toEqual(['good', 'hard', 'again'])
})

it('rates nothing where nothing was answered', () => {
  expect(ratingOf({ kind: 'unanswered' })).toBeNull()
  expect(ratingOf({ kind: 'invalid', reason: '' })).toBeNull()
  expect(ratingPerKey({ kind: 'unanswered' })).toEqual([])
})
