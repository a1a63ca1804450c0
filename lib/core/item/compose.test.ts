import { describe, expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { splitItem } from './compose'

describe('splitItem', () => {
  it('gives an item for each answer of a list', () => {
    const parts = splitItem(
      anItem({ type: 'flashcard', stem: 'Which castes are there?', key: ['queen', 'worker', 'drone'] }),
    )
    expect(parts?.map(({ stem, key }) => [stem, key])).toEqual([
      ['Which castes are there?', ['queen']],
      ['Which castes are there?', ['worker']],
      ['Which castes are there?', ['drone']],
    ])
  })

  it('gives nothing of one answer, which would be the same item twice, and of gaps that belong together', () => {
    expect(splitItem(anItem({ type: 'flashcard', stem: 'Who lays eggs?', key: ['queen'] }))).toBeNull()
    const gaps = { type: 'gaps' as const, stem: 'A _____ lays eggs in a _____.', key: ['queen', 'cell'] }
    expect(splitItem(anItem(gaps))).toBeNull()
  })
})
