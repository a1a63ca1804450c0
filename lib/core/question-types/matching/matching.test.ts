import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { ratingPerKey } from '../../grading/rating-of'
import type { Response } from '../../grading/response'
import { reword } from '../../item/reword'
import { ratingsByFact } from '../../quiz/ratings-by-fact'
import { grade, wrongOptions } from '../registry'

const rivers = anItem({
  type: 'matching',
  key: ['the Naryn → the Syr Darya', 'the Tyup → Issyk-Kul', 'the Kara-Suu → the Ob'],
  options: ['Issyk-Kul', 'the Ob', 'the Syr Darya', 'the Ili'],
})
const pair = (...chosen: string[]): Response => ({ kind: 'pairs', chosen })

describe('grading', () => {
  it('gives each prompt its share', () => {
    expect(grade(rivers, pair('the Syr Darya', 'the Ob', 'the Ob'))).toMatchObject({
      points: 2 / 3,
      correct: false,
      perKey: [true, false, true],
    })
    expect(grade(rivers, pair('the Syr Darya', 'Issyk-Kul', 'the Ob'))).toMatchObject({ points: 1, correct: true })
  })
  it('gives nothing for a prompt that was left empty', () => {
    expect(grade(rivers, pair('', 'Issyk-Kul'))).toMatchObject({ perKey: [false, true, false] })
  })
  it('takes nothing chosen for unanswered, not wrong', () => {
    expect(grade(rivers, pair('', '', ''))).toEqual({ kind: 'unanswered' })
    expect(grade(rivers, pair())).toEqual({ kind: 'unanswered' })
  })
  it('refuses an option that was never offered, one answer too many and an answer of another kind', () => {
    expect(grade(rivers, pair('the Volga')).kind).toBe('invalid')
    expect(grade(rivers, pair('the Ili', 'the Ili', 'the Ili', 'the Ili')).kind).toBe('invalid')
    expect(grade(rivers, { kind: 'order', entries: ['the Ili'] }).kind).toBe('invalid')
    expect(grade(rivers, { kind: 'choice', option: 'the Ili' }).kind).toBe('invalid')
  })
  it('takes one option for several prompts where it belongs to them', () => {
    const key = ['Osh → south', 'Talas → north', 'Batken → south']
    const towns = anItem({ type: 'matching', key, options: ['north', 'south'] })
    expect(grade(towns, pair('south', 'north', 'south'))).toMatchObject({ points: 1 })
    expect(grade(towns, pair('south', 'south', 'south'))).toMatchObject({ perKey: [true, false, true] })
  })
})

describe('rating', () => {
  const score = grade(rivers, pair('the Syr Darya', 'the Ob', 'the Ob'))
  it('is for each pair its own', () => expect(ratingPerKey(score)).toEqual(['good', 'again', 'good']))
  it('is for each fact that of its pair; one that two pairs ask is known only when both were', () => {
    const rated = (...factIds: string[]) => Object.fromEntries(ratingsByFact({ ...rivers, factIds }, score))
    expect(rated('a', 'b', 'c')).toEqual({ a: 'good', b: 'again', c: 'good' })
    expect(rated('a', 'b', 'b')).toEqual({ a: 'good', b: 'again' })
    expect(rated('a', 'b')).toEqual({ a: 'again', b: 'again' })
  })
})

describe('an edited matching', () => {
  it('offers the right sides of its pairs, and what was wrong beside them', () => {
    expect(wrongOptions(rivers)).toEqual(['the Ili'])
    const key = ['the Naryn -> the Syr Darya', 'the Tyup → Lake Issyk-Kul']
    expect(reword(rivers, { stem: 'Where to?', key, wrong: ['the Ili'] })).toMatchObject({
      item: {
        content: {
          pairs: [
            { left: 'the Naryn', right: 'the Syr Darya' },
            { left: 'the Tyup', right: 'Lake Issyk-Kul' },
          ],
          options: ['Lake Issyk-Kul', 'the Syr Darya', 'the Ili'],
        },
      },
    })
  })
  it('is refused with a line that is no pair', () => {
    const edited = reword(rivers, { stem: 'Where to?', key: ['the Naryn'], wrong: [] })
    expect(edited).toEqual({ kind: 'rejected', reason: 'incomplete' })
  })
})
