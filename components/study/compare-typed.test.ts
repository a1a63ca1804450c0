import { describe, expect, it } from 'vitest'
import { compareLetters, compareTyped } from './compare-typed'

describe('what was typed beside the answer', () => {
  it('marks a missing letter and does not ask for an article', () => {
    expect(compareTyped('United Nation', ['The United Nations'], [[]])).toEqual({
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
    expect(compareTyped('UN', ['The United Nations'], [['UN', 'UNO']])).toMatchObject({ kind: 'same', differing: 0 })
  })
  it('says of a list which members were named, in any order', () => {
    expect(compareTyped('persian, european', ['European', 'Persian', 'Chinese'], [[], [], []])).toEqual({
      kind: 'list',
      named: [true, true, false],
    })
  })
})
