import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { write } from '../question-types/registry'
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

it('the other spellings of an answer that stays are those of the form, and as before where the form has none', () => {
  const spelled = anItem({ type: 'cloze', stem: town.stem, key: ['Balykchy'], accepted: [['Rybachye', 'Ysyk-Köl']] })
  const edit = { stem: town.stem, key: ['Balykchy'], wrong: [] }
  const acceptedAfter = (accepted?: Record<number, string[]>) => {
    const reworded = reword(spelled, accepted ? { ...edit, accepted } : edit)
    return reworded.kind === 'reworded' ? write(reworded.item).accepted : null
  }
  expect(acceptedAfter()).toEqual([['Rybachye', 'Ysyk-Köl']])
  expect(acceptedAfter({ 0: ['Rybachye'] })).toEqual([['Rybachye']])
  expect(acceptedAfter({ 0: [] })).toEqual([[]])
})
