import { describe, expect, it } from 'vitest'
import { compareLetters, compareTyped } from './compare-typed'

const wanted = (back: string[], accepted: string[][] = [[]], grading = { asNumber: false, elsewhere: '' }) => ({
  ...{ back, accepted, grading },
})

describe('what was typed beside the answer', () => {
  it('marks a missing letter and does not ask for an article', () => {
    expect(compareTyped('United Nation', wanted(['The United Nations']))).toEqual({
      kind: 'same',
      runs: [
        { kind: 'same', letters: 'United Nation' },
        { kind: 'missing', letters: 's' },
      ],
      differing: 1,
    })
  })
  it('marks a letter too many', () => {
    expect(compareLetters('Bishkeek', 'Bishkek').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'extra', letters: 'e' },
    ])
  })
  it('compares with the spelling that is nearest', () => {
    expect(compareTyped('UN', wanted(['The United Nations'], [['UN', 'UNO']]))).toMatchObject({
      kind: 'same',
      differing: 0,
    })
  })
  it('says of a list which members were named, in any order', () => {
    expect(compareTyped('persian, european', wanted(['European', 'Persian', 'Chinese'], [[], [], []]))).toEqual({
      kind: 'list',
      named: [true, true, false],
    })
  })
  it('takes no other word of the document for a typo, as a quiz does not', () => {
    const planet = (elsewhere: string) =>
      compareTyped('plannet', wanted(['planet'], [[]], { asNumber: false, elsewhere }))
    expect([planet('').kind, planet('plannet').kind]).toEqual(['typo', 'other'])
  })
  it('takes a number without its unit where a number is asked for', () => {
    const metres = (asNumber: boolean) => compareTyped('668', wanted(['668 metres'], [[]], { asNumber, elsewhere: '' }))
    expect([metres(true).kind, metres(false).kind]).toEqual(['same', 'other'])
  })
  it('puts a wrong number beside the number, not beside its unit', () => {
    const eggs = (typed: string) => compareTyped(typed, wanted(['2,000 eggs'], [[]], { asNumber: true, elsewhere: '' }))
    expect(eggs('2,001')).toMatchObject({ kind: 'other', differing: 2 })
    expect(eggs('57')).toEqual({ kind: 'unlike' })
  })
})
