import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { reword } from '../../item/reword'
import { grade } from '../registry'

const vectors = anItem({ type: 'choice', key: ['Russia'], options: ['Russia', 'Turkey', 'India', 'Japan'] })

it('its key is right and every other option wrong', () => {
  expect(grade(vectors, { kind: 'choice', option: 'Russia' })).toMatchObject({ points: 1, correct: true })
  expect(grade(vectors, { kind: 'choice', option: 'Turkey' })).toMatchObject({ points: 0, correct: false })
})

it('an option that was never offered is invalid, not wrong', () => {
  expect(grade(vectors, { kind: 'choice', option: 'Mars' }).kind).toBe('invalid')
  expect(grade(vectors, { kind: 'choice', option: 'russia' }).kind).toBe('invalid')
})

describe('an edited choice', () => {
  const OSH = { start: 0, end: 3, quote: 'Osh' }
  const TALAS = { start: 4, end: 9, quote: 'Talas' }
  const town = anItem({
    type: 'choice',
    stem: 'Which town?',
    options: ['Osh', 'Karakol', 'Talas'],
    key: ['Karakol'],
    accepted: [['Przhevalsk']],
    distractorReasons: { Osh: 'In the south.', Talas: 'In the west.' },
    distractorEvidence: { Osh: OSH, Talas: TALAS },
  })

  it('keeps the places of its options, and reason and evidence of the wrong ones that stayed', () => {
    expect(reword(town, { stem: ' Which? ', key: ['Karakol'], wrong: ['Naryn', 'Talas'] })).toMatchObject({
      item: {
        stem: 'Which?',
        content: {
          options: ['Naryn', 'Karakol', 'Talas'],
          answer: { text: 'Karakol', accepted: ['Przhevalsk'] },
          distractorReasons: { Talas: 'In the west.' },
          distractorEvidence: { Talas: TALAS },
        },
      },
    })
  })

  it('loses the reasons of its wrong options with the key that they speak of', () => {
    expect(reword(town, { stem: 'Which?', key: ['Naryn'], wrong: ['Osh', 'Talas'] })).toMatchObject({
      item: { content: { distractorReasons: {}, distractorEvidence: { Osh: OSH, Talas: TALAS } } },
    })
  })

  it('takes reasons in the author’s words, and with another key only those that were written anew', () => {
    const reasons = { Osh: 'In the south.', Talas: ' A river. ', Naryn: '' }
    const wrong = ['Osh', 'Talas', 'Naryn']
    expect(reword(town, { stem: 'Which?', key: ['Karakol'], wrong, reasons })).toMatchObject({
      item: { content: { distractorReasons: { Osh: 'In the south.', Talas: 'A river.' } } },
    })
    expect(reword(town, { stem: 'Which?', key: ['Bishkek'], wrong, reasons })).toMatchObject({
      item: { content: { distractorReasons: { Talas: 'A river.' } } },
    })
    expect(reword(town, { stem: 'Which?', key: ['Karakol'], wrong, reasons: { Osh: '' } })).toMatchObject({
      item: { content: { distractorReasons: { Talas: 'In the west.' } } },
    })
  })

  it.each([[[]], [[' ']], [['Karakol']]])('is refused without a wrong option beside its key: %j', (wrong) => {
    const reason = 'no-wrong-options'
    expect(reword(town, { stem: 'Which?', key: ['Karakol'], wrong })).toEqual({ kind: 'rejected', reason })
  })

  it('is refused with two right options', () => {
    const reason = 'several-answers'
    expect(reword(town, { stem: 'Which?', key: ['Osh', 'Talas'], wrong: ['Naryn'] })).toEqual({
      kind: 'rejected',
      reason,
    })
  })
})
