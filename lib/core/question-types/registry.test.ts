import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import type { Response } from '../grading/response'
import { readItem, writeItem } from '../item/item'
import {
  contentData,
  grade,
  isArrangement,
  parseContent,
  QUESTION_TYPES,
  type QuestionType,
  rightResponse,
} from './registry'

const word = fc.stringMatching(/^[a-z]{1,8}$/)
const words = fc.uniqueArray(word, { minLength: 3, maxLength: 7 })
const types = fc.constantFrom(...QUESTION_TYPES)
const ONE_ANSWER: readonly QuestionType[] = ['choice', 'cloze', 'numeric']

/** A question of any type on these words. */
function questionOf(type: QuestionType, all: readonly string[]) {
  if (type === 'true-false') return anItem({ type, key: ['True'] })
  if (type === 'matching')
    return anItem({ type, key: all.map((left) => `${left} → ${left}!`), options: all.map((left) => `${left}!`) })
  if (type === 'ordering') return anItem({ type, key: all, options: [...all.slice(1), ...all.slice(0, 1)] })
  const key = ONE_ANSWER.includes(type) ? all.slice(0, 1) : all
  const options = type === 'choice' || type === 'multiple' ? [...all, '?'] : []
  return anItem({ type, key, options })
}

test.prop([types, words])('the right response earns all points', (type, all) => {
  const question = questionOf(type, all)
  expect(grade(question, rightResponse(question))).toMatchObject({ points: 1, correct: true })
})

test.prop([types, words, fc.array(fc.string())])(
  'points stay between 0 and 1, and right means all of them',
  (type, all, texts) => {
    const score = grade(questionOf(type, all), { kind: 'text', texts })
    if (score.kind !== 'graded') return
    expect(score.points).toBeGreaterThanOrEqual(0)
    expect(score.points).toBeLessThanOrEqual(1)
    expect(score.correct).toBe(score.points === 1)
  },
)

test.prop([types, words])('writing an item and reading it is the identity', (type, all) => {
  const question = questionOf(type, all)
  expect(readItem(writeItem(question))).toEqual(question)
})

test.prop([types, words])('saving a content and parsing it is the identity', (type, all) => {
  const { content } = questionOf(type, all)
  const saved = JSON.parse(JSON.stringify(contentData(questionOf(type, all))))
  expect(parseContent(saved)).toEqual({ type, content })
})

it('refuses a content of no type, and one that is not its type’s', () => {
  expect(() => parseContent({ type: 'riddle', answer: 'egg' })).toThrow()
  expect(() => parseContent({ type: 'choice', isTrue: true })).toThrow()
})

describe('unanswered is not wrong', () => {
  it.each<[QuestionType, Response]>([
    ['choice', { kind: 'unanswered' }],
    ['choice', { kind: 'choice', option: '' }],
    ['multiple', { kind: 'multiple', options: [] }],
    ['cloze', { kind: 'text', texts: ['  ', ''] }],
    ['short-answer', { kind: 'text', texts: [] }],
    ['numeric', { kind: 'text', texts: ['\n'] }],
  ])('%s %j', (type, response) => {
    expect(grade(questionOf(type, ['x', 'y', 'z']), response)).toEqual({ kind: 'unanswered' })
  })
})

it('arranges what has a place for every option', () => {
  expect(QUESTION_TYPES.filter(isArrangement)).toEqual(['matching', 'ordering'])
})

it('takes a number without its unit only where the document says it of nothing else', () => {
  const question = anItem({ type: 'short-answer', key: ['35 kilometres'] })
  const isRight = (typed: string, document: string) => grade(question, { kind: 'text', texts: [typed] }, document)
  expect(isRight('35', 'The river is 35 kilometres long.')).toMatchObject({ correct: true })
  expect(isRight('36', 'The river is 35 kilometres long.')).toMatchObject({ correct: false })
  expect(isRight('35', 'The river is 35 kilometres long and 35 metres deep.')).toMatchObject({ correct: false })
})
