import { expect, it } from 'vitest'
import { fillGaps } from './fill-gaps'

it('puts one fill into each gap', () => {
  expect(fillGaps('The lake is _____.', ['Issyk-Kul'])).toBe('The lake is Issyk-Kul.')
  expect(fillGaps('_____ and _____.', ['One', 'two'])).toBe('One and two.')
})

it('leaves words without gaps, and gaps without as many fills, as they are', () => {
  expect(fillGaps('Which lake is it?', ['Issyk-Kul'])).toBe('Which lake is it?')
  expect(fillGaps('_____ and _____.', ['One'])).toBe('_____ and _____.')
})
