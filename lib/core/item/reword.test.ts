import { describe, expect, it } from 'vitest'
import { reword, wrongOptions } from './reword'

const OSH = { start: 0, end: 3, quote: 'Osh' }
const TALAS = { start: 4, end: 9, quote: 'Talas' }

const town = {
  type: 'choice' as const,
  stem: 'Which town?',
  options: ['Osh', 'Karakol', 'Talas'],
  key: ['Karakol'],
  accepted: [['Przhevalsk']],
  distractorReasons: { Osh: 'In the south.', Talas: 'In the west.' },
  distractorProofs: { Osh: OSH, Talas: TALAS },
}
const rivers = {
  ...town,
  type: 'matching' as const,
  options: ['Issyk-Kul', 'the Ili', 'the Syr Darya'],
  key: ['the Naryn → the Syr Darya', 'the Tyup → Issyk-Kul'],
  accepted: [[], []],
}
const events = { ...town, type: 'ordering' as const, options: ['b', 'c', 'a'], key: ['a', 'b', 'c'] }

function edited(...[item, edit]: Parameters<typeof reword>) {
  const reworded = reword(item, edit)
  if (reworded.kind === 'rejected') throw new Error(reworded.reason)
  return reworded.item
}

describe('an edited item', () => {
  it('keeps the places of its options, and reason and proof of the wrong ones that stayed', () => {
    expect(edited(town, { stem: ' Which? ', key: ['Karakol'], wrong: ['Naryn', 'Talas'] })).toMatchObject({
      stem: 'Which?',
      options: ['Naryn', 'Karakol', 'Talas'],
      accepted: [['Przhevalsk']],
      distractorReasons: { Talas: 'In the west.' },
      distractorProofs: { Talas: TALAS },
    })
    expect(edited(town, { stem: 'Which?', key: ['Karakol'], wrong: ['Naryn'] }).distractorProofs).toEqual({})
  })
  it('loses the reasons of its wrong options with the key that they speak of', () => {
    const wrong = ['Osh', 'Talas']
    expect(edited(town, { stem: 'Which?', key: ['Naryn'], wrong })).toMatchObject({
      distractorReasons: {},
      distractorProofs: { Osh: OSH, Talas: TALAS },
    })
    const two = { ...town, type: 'multiple' as const, key: ['Karakol', 'Osh'] }
    expect(edited(two, { stem: 'Which?', key: ['Osh', 'Karakol'], wrong: ['Talas'] }).distractorReasons).toEqual({
      Talas: 'In the west.',
    })
  })
  it('without stem or key is none', () => {
    for (const [stem, key] of [
      [' ', 'Karakol'],
      ['Which?', '  '],
    ] as const)
      expect(reword(town, { stem, key: [key], wrong: ['Osh'] })).toEqual({ kind: 'rejected', reason: 'incomplete' })
  })
  it.each(['choice', 'multiple'] as const)('of type %s has a wrong option beside its key', (type) => {
    for (const wrong of [[], [' '], ['Karakol']])
      expect(reword({ ...town, type }, { stem: 'Which?', key: ['Karakol'], wrong })).toEqual({
        kind: 'rejected',
        reason: 'no-wrong-options',
      })
  })
  it('offers the right sides of its pairs, and what was wrong beside them', () => {
    expect(wrongOptions(rivers)).toEqual(['the Ili'])
    const key = ['the Naryn -> the Syr Darya', 'the Tyup → Lake Issyk-Kul']
    expect(edited(rivers, { stem: 'Where to?', key, wrong: ['the Ili'] })).toMatchObject({
      key: ['the Naryn → the Syr Darya', 'the Tyup → Lake Issyk-Kul'],
      options: ['Lake Issyk-Kul', 'the Ili', 'the Syr Darya'],
    })
  })
  it('a line of a matching that is no pair is refused', () => {
    for (const line of ['the Naryn', '→ the Chu', 'the Naryn →']) {
      expect(reword(rivers, { stem: 'Where to?', key: [line], wrong: [] })).toEqual({
        kind: 'rejected',
        reason: 'incomplete',
      })
    }
  })
  it('an ordering is never offered as it is right', () => {
    expect(wrongOptions(events)).toEqual([])
    expect(edited(events, { stem: 'First?', key: ['b', 'c', 'a'], wrong: [] })).toMatchObject({
      key: ['b', 'c', 'a'],
      options: ['c', 'a', 'b'],
    })
  })
})
