import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { reword } from './reword'

const town = anItem({ type: 'cloze', stem: 'The town is _____ (B…).', key: ['Balykchy'] })

it.each([
  [' ', 'Balykchy'],
  ['Which town?', '  '],
])('an item without stem or key is refused: “%s”, “%s”', (stem, key) => {
  expect(reword(town, { stem, key: [key], wrong: [] })).toEqual({ kind: 'rejected', reason: 'incomplete' })
})

it('the hint of a stem follows the new answer', () => {
  expect(reword(town, { stem: town.stem, key: ['Karakol'], wrong: [] })).toMatchObject({
    item: { stem: 'The town is _____ (K…).' },
  })
})
