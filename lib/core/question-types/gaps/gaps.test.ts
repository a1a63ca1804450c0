import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { ratingPerKey } from '../../grading/rating-of'
import { publicItem } from '../../item/item'
import { printKey, printQuestion } from '../../item/printed-items'
import { reword } from '../../item/reword'
import { grade } from '../registry'

const STEM = 'In _____ armed groups invaded _____.'
const invasion = anItem({ type: 'gaps', stem: STEM, key: ['1999–2000', 'Batken'], accepted: [[], ['Batken region']] })
const typed = (...texts: string[]) => grade(invasion, { kind: 'text', texts })

describe('grading', () => {
  it('gives each gap its share', () => {
    expect(typed('1999-2000', 'Osh')).toMatchObject({ points: 0.5, correct: false, perKey: [true, false] })
    expect(typed('1999-2000', 'batken')).toMatchObject({ points: 1, correct: true })
  })
  it('takes the other spellings of each gap, and of no other gap', () => {
    expect(typed('1999–2000', 'the Batken region')).toMatchObject({ perKey: [true, true] })
    expect(typed('Batken', '1999–2000')).toMatchObject({ points: 0 })
  })
  it('gives nothing for a gap that was left empty, and takes all empty for unanswered', () => {
    expect(typed('', 'Batken')).toMatchObject({ points: 0.5, perKey: [false, true] })
    expect(typed('', ' ')).toEqual({ kind: 'unanswered' })
  })
  it('refuses more texts than gaps, and an answer of another kind', () => {
    expect(typed('a', 'b', 'c').kind).toBe('invalid')
    expect(grade(invasion, { kind: 'choice', option: 'Batken' }).kind).toBe('invalid')
  })
  it('rates each gap for itself', () => {
    expect(ratingPerKey(typed('1999-2000', 'Osh'))).toEqual(['good', 'again'])
  })
})

it('tells the browser how many gaps there are, and nothing of their answers', () => {
  expect(publicItem(invasion).content).toEqual({ gaps: 2 })
})

it('is written into its gaps on paper, and its key is numbered', () => {
  expect(printQuestion(invasion).space).toEqual({ kind: 'gaps' })
  expect(printKey(invasion)).toEqual(['1. 1999–2000', '2. Batken'])
})

describe('a cloze whose edited sentence has several gaps', () => {
  const cloze = anItem({
    type: 'cloze',
    stem: 'Armed groups invaded _____.',
    key: ['Batken'],
    accepted: [['Batken oblast']],
  })

  it('is asked gap by gap, and keeps the spellings of an answer that stays', () => {
    const edited = reword(cloze, { stem: STEM, key: ['1999–2000', 'Batken / Batken region'], wrong: [] })
    expect(edited).toMatchObject({
      item: {
        type: 'gaps',
        content: {
          gaps: [
            { text: '1999–2000', accepted: [] },
            { text: 'Batken', accepted: ['Batken oblast', 'Batken region'] },
          ],
        },
      },
    })
  })
  it('needs a line for each gap', () => {
    for (const key of [['Batken'], ['1999', '2000', 'Batken']])
      expect(reword(cloze, { stem: STEM, key, wrong: [] })).toEqual({
        kind: 'rejected',
        reason: 'other-number-of-gaps',
      })
  })
  it('is a cloze again when one gap is left', () => {
    const edited = reword(invasion, { stem: 'In 1999 armed groups invaded _____.', key: ['Batken'], wrong: [] })
    expect(edited).toMatchObject({ item: { type: 'cloze', content: { answer: { accepted: ['Batken region'] } } } })
  })
})

const word = fc.stringMatching(/^[a-z]{3,8}$/)

test.prop([fc.uniqueArray(word, { minLength: 2, maxLength: 5 }), fc.nat()])(
  'points are the share of the gaps that were filled rightly',
  (key, seed) => {
    const stem = key.map(() => '_____').join(' ')
    const question = anItem({ type: 'gaps', stem, key })
    const isFilled = (at: number) => ((seed >> at) & 1) === 1
    const score = grade(question, {
      kind: 'text',
      texts: key.map((text, at) => (isFilled(at) ? text : 'zzzzzzzzzzzz')),
    })
    expect(score).toMatchObject({ points: key.filter((_, at) => isFilled(at)).length / key.length })
  },
)
