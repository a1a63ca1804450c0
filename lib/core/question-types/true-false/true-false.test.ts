import { expect, it } from 'vitest'
import { anItem } from '@/test/an-item'
import { reword } from '../../item/reword'
import { grade } from '../registry'

const statement = anItem({ type: 'true-false', key: ['False'], stem: 'The pass is Torugart.' })

it('offers True and False, of which one is right', () => {
  expect(grade(statement, { kind: 'choice', option: 'False' })).toMatchObject({ points: 1 })
  expect(grade(statement, { kind: 'choice', option: 'True' })).toMatchObject({ points: 0 })
  expect(grade(statement, { kind: 'choice', option: 'Perhaps' }).kind).toBe('invalid')
})

it('is edited by its statement and its truth', () => {
  const stem = 'The pass is Dolon.'
  expect(reword(statement, { stem, key: ['True'], wrong: [] })).toMatchObject({
    item: { stem, content: { isTrue: true } },
  })
  expect(reword(statement, { stem, key: ['Perhaps'], wrong: [] })).toMatchObject({ reason: 'incomplete' })
})
