import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { pairLine, pairsOf, pairText, rightOptions } from './pairs'

it('reads both sides of a pair', () => {
  expect(pairsOf({ key: ['the Naryn → the Syr Darya'], options: ['the Syr Darya'] })).toEqual([
    { left: 'the Naryn', right: 'the Syr Darya' },
  ])
})

it('takes the arrow as a keyboard writes it', () => {
  for (const line of ['Osh -> south', ' Osh => south ', 'Osh→south']) expect(pairLine(line)).toBe('Osh → south')
})

it('where the words hold an arrow themselves, the right side is the one that is offered', () => {
  const options = ['a gas → a liquid', 'a solid']
  expect(pairsOf({ key: ['rain → a gas → a liquid', 'ice → frost → a solid'], options })).toEqual([
    { left: 'rain', right: 'a gas → a liquid' },
    { left: 'ice → frost', right: 'a solid' },
  ])
})

it('names each option that the key uses once', () => {
  const key = ['Osh → south', 'Batken → south', 'Talas → north']
  expect(rightOptions({ type: 'categorising', key, options: ['north', 'south', 'east'] })).toEqual(['south', 'north'])
  expect(rightOptions({ type: 'multiple', key: ['Osh', 'Talas'], options: ['Osh', 'Talas', 'Uzgen'] })).toEqual([
    'Osh',
    'Talas',
  ])
})

const word = fc.string({ minLength: 1 }).filter((text) => !text.includes(' → '))

test.prop([fc.array(fc.record({ left: word, right: word }))])(
  'writing a pair and reading it is the identity',
  (pairs) => {
    const options = pairs.map(({ right }) => right)
    expect(pairsOf({ key: pairs.map(pairText), options })).toEqual(pairs)
  },
)
