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

describe('an edited item', () => {
  it('keeps the places of its options, and reason and proof of the wrong ones that stayed', () => {
    expect(reword(town, { stem: ' Which? ', key: ['Karakol'], wrong: ['Naryn', 'Talas'] })).toMatchObject({
      stem: 'Which?',
      options: ['Naryn', 'Karakol', 'Talas'],
      accepted: [['Przhevalsk']],
      distractorReasons: { Talas: 'In the west.' },
      distractorProofs: { Talas: TALAS },
    })
    const edited = reword(town, { stem: 'Which?', key: ['Karakol'], wrong: ['Naryn'] })
    expect(edited?.distractorProofs).toEqual({})
  })
  it('without stem or key is none', () => {
    expect(reword(town, { stem: ' ', key: ['Karakol'], wrong: [] })).toBeNull()
    expect(reword(town, { stem: 'Which?', key: ['  '], wrong: [] })).toBeNull()
  })
  it('offers the right sides of its pairs, and what was wrong beside them', () => {
    expect(wrongOptions(rivers)).toEqual(['the Ili'])
    const key = ['the Naryn -> the Syr Darya', 'the Tyup → Lake Issyk-Kul']
    expect(reword(rivers, { stem: 'Where to?', key, wrong: ['the Ili'] })).toMatchObject({
      key: ['the Naryn → the Syr Darya', 'the Tyup → Lake Issyk-Kul'],
      options: ['Lake Issyk-Kul', 'the Ili', 'the Syr Darya'],
    })
  })
  it('a line of a matching that is no pair is refused', () => {
    for (const line of ['the Naryn', '→ the Chu', 'the Naryn →']) {
      expect(reword(rivers, { stem: 'Where to?', key: [line], wrong: [] })).toBeNull()
    }
  })
  it('an ordering is never offered as it is right', () => {
    expect(wrongOptions(events)).toEqual([])
    expect(reword(events, { stem: 'First?', key: ['b', 'c', 'a'], wrong: [] })).toMatchObject({
      key: ['b', 'c', 'a'],
      options: ['c', 'a', 'b'],
    })
  })
})
