import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { type Gradable, type GradedType, grade, isGraded, LATER_TYPES } from './grade'
import { ratingOf, ratingPerKey } from './rating-of'
import type { Response, Score } from './response'

function question(type: Gradable['type'], key: readonly string[], rest: Partial<Gradable> = {}): Gradable {
  return { type, key, options: [], accepted: key.map(() => []), ...rest }
}
const vectors = question('choice', ['Russia'], { options: ['Russia', 'Turkey', 'India', 'Japan'] })
const layers = question('multiple', ['European', 'Persian', 'Chinese'], {
  options: ['European', 'Persian', 'Chinese', 'Roman', 'Greek'],
})
const typed = (...texts: string[]): Response => ({ kind: 'text', texts })
const pointsOf = (score: Score) => (score.kind === 'graded' ? score.points : score.kind)

describe('choice and true–false', () => {
  it('the key is right and every other option wrong', () => {
    expect(grade(vectors, { kind: 'choice', option: 'Russia' })).toMatchObject({ points: 1, correct: true })
    expect(grade(vectors, { kind: 'choice', option: 'Turkey' })).toMatchObject({ points: 0, correct: false })
  })
  it('an option that was never offered is invalid, not wrong', () => {
    expect(grade(vectors, { kind: 'choice', option: 'Mars' }).kind).toBe('invalid')
    expect(grade(vectors, { kind: 'choice', option: 'russia' }).kind).toBe('invalid')
  })
  it('an answer of another kind is invalid', () => {
    expect(grade(vectors, typed('Russia')).kind).toBe('invalid')
    expect(grade(layers, { kind: 'choice', option: 'Persian' }).kind).toBe('invalid')
    expect(grade(question('cloze', ['a']), { kind: 'multiple', options: ['a'] }).kind).toBe('invalid')
  })
  it('a true–false without written options offers True and False', () => {
    expect(pointsOf(grade(question('true-false', ['False']), { kind: 'choice', option: 'False' }))).toBe(1)
    expect(pointsOf(grade(question('true-false', ['False']), { kind: 'choice', option: 'True' }))).toBe(0)
  })
})

describe('multiple', () => {
  const tick = (...options: string[]) => grade(layers, { kind: 'multiple', options })
  it('gives a share for each right tick', () => {
    expect(pointsOf(tick('European', 'Persian'))).toBeCloseTo(2 / 3)
    expect(tick('European', 'Persian')).toMatchObject({ correct: false, perKey: [true, true, false] })
  })
  it('takes a share for each tick too many, never below nothing', () => {
    expect(pointsOf(tick('European', 'Persian', 'Roman'))).toBeCloseTo(1 / 3)
    expect(pointsOf(tick('Roman', 'Greek'))).toBe(0)
  })
  it('is right only with exactly the key', () => {
    expect(tick('Chinese', 'European', 'Persian')).toMatchObject({ points: 1, correct: true })
    expect(tick('Chinese', 'European', 'Persian', 'Greek')).toMatchObject({ correct: false })
  })
  it('ticking one box twice is one tick', () => expect(pointsOf(tick('Chinese', 'Chinese'))).toBeCloseTo(1 / 3))
  it('ticking everything earns less than knowing one', () =>
    expect(pointsOf(tick('European', 'Persian', 'Chinese', 'Roman', 'Greek'))).toBeCloseTo(1 / 3))
})

describe('typed answers', () => {
  it('a cloze is graded gap by gap', () => {
    const cloze = question('cloze', ['1999–2000', 'Batken'])
    expect(grade(cloze, typed('1999-2000', 'Osh'))).toMatchObject({ points: 0.5, perKey: [true, false] })
    expect(grade(cloze, typed('', 'Batken'))).toMatchObject({ points: 0.5, perKey: [false, true] })
    expect(grade(cloze, typed('a', 'b', 'c')).kind).toBe('invalid')
  })
  it('an alias counts as the key', () => {
    const cis = question('short-answer', ['CIS'], { accepted: [['Commonwealth of Independent States']] })
    expect(pointsOf(grade(cis, typed('the Commonwealth of Independent States')))).toBe(1)
    expect(pointsOf(grade(cis, typed('CSI')))).toBe(0)
  })
  it('a list may come in any order, on one line or several', () => {
    const list = question('short-answer', ['neighbours', 'major powers', 'associations'])
    expect(pointsOf(grade(list, typed('associations', 'neighbour', 'major powers')))).toBe(1)
    expect(pointsOf(grade(list, typed('major powers, associations and neighbours')))).toBe(1)
    expect(pointsOf(grade(list, typed('major powers\nneighbors\n\nassociations')))).toBe(1)
    expect(grade(list, typed('associations', '', ''))).toMatchObject({ correct: false, perKey: [false, false, true] })
  })
  it('one member named twice counts once', () => {
    const list = question('short-answer', ['East', 'West'])
    expect(pointsOf(grade(list, typed('East', 'the East')))).toBe(0.5)
  })
  it('naming everything does not earn a list', () => {
    const list = question('short-answer', ['red', 'blue'])
    expect(grade(list, typed('red, blue, green, yellow'))).toMatchObject({ points: 0.5, correct: false })
  })
  it('a number needs no unit, but not a wrong one', () => {
    const area = question('numeric', ['198,500 square kilometres'])
    expect(pointsOf(grade(area, typed('198500')))).toBe(1)
    expect(pointsOf(grade(area, typed('198 500 square kilometers')))).toBe(1)
    expect(pointsOf(grade(area, typed('198500 miles')))).toBe(0)
    expect(pointsOf(grade(area, typed('198501')))).toBe(0)
  })
})

describe('unanswered is not wrong', () => {
  it.each<[Gradable['type'], Response]>([
    ['choice', { kind: 'unanswered' }],
    ['choice', { kind: 'choice', option: '' }],
    ['multiple', { kind: 'multiple', options: [] }],
    ['cloze', typed('  ', '')],
    ['short-answer', typed()],
    ['numeric', typed('\n')],
  ])('%s %j', (type, response) => {
    expect(grade(question(type, ['x'], { options: ['x', 'y'] }), response)).toEqual({ kind: 'unanswered' })
  })
})

it('types of a later engine say that they are not graded yet', () => {
  for (const type of LATER_TYPES) {
    expect(isGraded(type)).toBe(false)
    expect(() => grade(question(type, ['a → b']), typed('a'))).toThrow('Not graded yet')
  }
})

describe('rating', () => {
  const right: Score = { kind: 'graded', points: 1, correct: true, perKey: [true] }
  const wrong: Score = { kind: 'graded', points: 0, correct: false, perKey: [false] }
  it('a right answer is Good, with a hint Hard, never Easy; a wrong one is Again', () => {
    expect([ratingOf(right), ratingOf(right, true), ratingOf(wrong)]).toEqual(['good', 'hard', 'again'])
  })
  it('what was not answered says nothing about memory', () => {
    expect(ratingOf({ kind: 'unanswered' })).toBeNull()
    expect(ratingOf({ kind: 'invalid', reason: '' })).toBeNull()
    expect(ratingPerKey({ kind: 'unanswered' })).toEqual([])
  })
  it('each member of a list has its own rating, doubtful when too much was ticked', () => {
    const tick = (...options: string[]) => ratingPerKey(grade(layers, { kind: 'multiple', options }))
    expect(tick('European', 'Persian')).toEqual(['good', 'good', 'again'])
    expect(tick('European', 'Persian', 'Roman')).toEqual(['hard', 'hard', 'again'])
    expect(tick('European', 'Roman')).toEqual(['again', 'again', 'again'])
  })
})

const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '')
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 6 })
const gradedTypes = fc.constantFrom<GradedType>('choice', 'multiple', 'cloze', 'short-answer', 'numeric')

function answerWith(type: GradedType, key: readonly string[]): Response {
  if (type === 'choice') return { kind: 'choice', option: key[0] ?? '' }
  return type === 'multiple' ? { kind: 'multiple', options: key } : { kind: 'text', texts: key }
}

test.prop([gradedTypes, words, words])('giving the key is always full marks', (type, all, others) => {
  const key = type === 'choice' || type === 'numeric' ? all.slice(0, 1) : all
  const options = [...others, ...key]
  expect(grade(question(type, key, { options }), answerWith(type, key))).toMatchObject({ points: 1, correct: true })
})

test.prop([words, fc.infiniteStream(fc.nat())])('the order of a list’s answers does not matter', (key, dice) => {
  const shuffled = [...key].sort(() => ((dice.next().value ?? 0) % 2 === 0 ? 1 : -1))
  const list = question('short-answer', key)
  expect(grade(list, { kind: 'text', texts: shuffled })).toMatchObject({ correct: true })
  const half = shuffled.slice(0, Math.ceil(key.length / 2))
  expect(pointsOf(grade(list, typed(...half)))).toBe(pointsOf(grade(list, typed(...half.toReversed()))))
})

test.prop([gradedTypes, words, fc.array(fc.string())])(
  'points stay between 0 and 1, and right means all of them',
  (type, key, texts) => {
    const score = grade(question(type, type === 'numeric' ? key.slice(0, 1) : key), { kind: 'text', texts })
    if (score.kind !== 'graded') return
    expect(score.points).toBeGreaterThanOrEqual(0)
    expect(score.points).toBeLessThanOrEqual(1)
    expect(score.correct).toBe(score.points === 1)
  },
)
