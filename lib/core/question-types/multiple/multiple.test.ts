import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { ratingPerKey } from '../../grading/rating-of'
import { reword } from '../../item/reword'
import { grade } from '../registry'

const layers = anItem({
  type: 'multiple',
  key: ['European', 'Persian', 'Chinese'],
  options: ['European', 'Persian', 'Chinese', 'Roman', 'Greek'],
})
const tick = (...options: string[]) => grade(layers, { kind: 'multiple', options })

describe('ticks', () => {
  it('are each worth their share when right', () => {
    expect(tick('European', 'Persian')).toMatchObject({ points: 2 / 3, correct: false, perKey: [true, true, false] })
  })
  it('take a share each when too many, never below nothing', () => {
    expect(tick('European', 'Persian', 'Roman')).toMatchObject({ points: expect.closeTo(1 / 3) })
    expect(tick('Roman', 'Greek')).toMatchObject({ points: 0 })
  })
  it('are right only as exactly the key', () => {
    expect(tick('Chinese', 'European', 'Persian')).toMatchObject({ points: 1, correct: true })
    expect(tick('Chinese', 'European', 'Persian', 'Greek')).toMatchObject({ correct: false })
  })
  it('in one box twice are one', () => {
    expect(tick('Chinese', 'Chinese')).toMatchObject({ points: expect.closeTo(1 / 3) })
  })
  it('in every box earn less than knowing two', () => {
    expect(tick('European', 'Persian', 'Chinese', 'Roman', 'Greek')).toMatchObject({ points: expect.closeTo(1 / 3) })
  })
})

it('rates each right option for itself, Hard at most when too much was ticked', () => {
  expect(ratingPerKey(tick('European', 'Persian'))).toEqual(['good', 'good', 'again'])
  expect(ratingPerKey(tick('European', 'Persian', 'Roman'))).toEqual(['hard', 'hard', 'again'])
  expect(ratingPerKey(tick('European', 'Roman'))).toEqual(['again', 'again', 'again'])
})

it('keeps its reasons when only the order of the key is edited', () => {
  const item = { ...layers, content: { ...layers.content, distractorReasons: { Roman: 'Later.', Greek: 'Earlier.' } } }
  expect(reword(item, { stem: 'Which?', key: ['Persian', 'European', 'Chinese'], wrong: ['Greek'] })).toMatchObject({
    item: { content: { distractorReasons: { Greek: 'Earlier.' } } },
  })
})

it('is refused without a wrong option', () => {
  const edited = reword(layers, { stem: 'Which?', key: ['European'], wrong: ['European'] })
  expect(edited).toEqual({ kind: 'rejected', reason: 'no-wrong-options' })
})
