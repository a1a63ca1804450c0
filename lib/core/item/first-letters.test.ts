import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { firstLetters, hintsIn, lettersIn } from './first-letters'

it.each([
  ['United Nations', 1, 'U…'],
  ['United Nations', 7, 'United N…'],
  ['“Manas”', 2, '“Ma…'],
  ['1869', 9, '186…'],
  ['a', 1, '…'],
])('of “%s” gives %i letters: %s', (answer, letters, told) => {
  expect(firstLetters(answer, letters)).toBe(told)
})

test.prop([fc.string(), fc.nat(40)])('a hint is a beginning of the answer and never all of it', (answer, letters) => {
  const told = firstLetters(answer, letters).slice(0, -1)
  expect(answer.startsWith(told)).toBe(true)
  if (hintsIn([answer]) > 0) expect(told.length).toBeLessThan(answer.trimEnd().length)
})

it('goes on from what the front tells already', () => {
  expect([lettersIn('It is _____ (U… N…).'), lettersIn('It is _____.')]).toEqual([1, 0])
})
