import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { linesToPairs, pairLine, pairText } from './pair'

it('takes the arrow as a keyboard writes it', () => {
  for (const line of ['Osh -> south', ' Osh => south ', 'Osh→south']) expect(pairLine(line)).toBe('Osh → south')
})

it('where the words hold an arrow themselves, the right side is the one that is offered', () => {
  const options = ['a gas → a liquid', 'a solid']
  expect(linesToPairs(['rain → a gas → a liquid', 'ice → frost → a solid'], options)).toEqual([
    { left: 'rain', right: 'a gas → a liquid' },
    { left: 'ice → frost', right: 'a solid' },
  ])
})

it('a line without both sides is no pair', () => {
  for (const line of ['the Naryn', '→ the Chu', 'the Naryn →']) expect(linesToPairs([line], [])).toBeNull()
})

const word = fc.string({ minLength: 1 }).filter((text) => !/->|=>|→/.test(text) && text.trim() === text && text !== '')

test.prop([fc.array(fc.record({ left: word, right: word }))])(
  'writing a pair and reading it is the identity',
  (pairs) => {
    const options = pairs.map(({ right }) => right)
    expect(linesToPairs(pairs.map(pairText), options)).toEqual(pairs)
  },
)
