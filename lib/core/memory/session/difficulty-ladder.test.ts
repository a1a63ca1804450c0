import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { isLeechAt, type Memory, RATINGS } from '../scheduling/memory'
import { DEFAULT_PARAMETERS } from '../scheduling/parameters'
import { reviewMemory } from '../scheduling/scheduler'
import { earnableRatings, RUNGS, type Rung, rungAfter, rungOf, rungToShow } from './difficulty-ladder'

const START = new Date('2026-06-01T10:00:00Z')
const ratings = fc.array(fc.constantFrom(...RATINGS), { maxLength: 12 })

function remembered(given: readonly (typeof RATINGS)[number][]): Memory {
  let memory: Memory = { kind: 'new' }
  let at = START
  for (const rating of given) {
    const reviewed = reviewMemory(memory, rating, at, DEFAULT_PARAMETERS, 'f')
    at = reviewed.due
    memory = reviewed
  }
  return memory
}

describe('the ladder of a new fact', () => {
  it('is chosen first, then recalled into its sentence, then a card', () => {
    expect([remembered([]), remembered(['good']), remembered(['good', 'good'])].map(rungOf)).toEqual([
      'choice',
      'cloze',
      'card',
    ])
  })

  it('begins again when the fact lapses on its steps, and not when a known one is forgotten', () => {
    expect(rungOf(remembered(['good', 'again']))).toBe('choice')
    expect(rungOf(remembered(['good', 'good', 'again']))).toBe('card')
  })

  it('leaves out the rungs that the fact has no item for', () => {
    const only = (...rungs: Rung[]) => RUNGS.map((wanted) => rungToShow(wanted, (rung) => rungs.includes(rung)))
    expect(only()).toEqual(['card', 'card', 'card'])
    expect(only('choice')).toEqual(['choice', 'card', 'card'])
    expect(only('cloze')).toEqual(['cloze', 'cloze', 'card'])
  })

  test.prop([ratings, fc.constantFrom(...RATINGS)])('is climbed without a network as with one', (before, rating) => {
    const memory = remembered(before)
    fc.pre(rungOf(memory) !== 'card')
    expect(rungAfter(rungOf(memory), rating)).toBe(rungOf(remembered([...before, rating])))
  })
})

it('a choice never earns Easy, and a wrong one earns Again', () => {
  expect([null, 'right', 'wrong'].map((choice) => earnableRatings(choice as 'right').length)).toEqual([4, 3, 1])
})

it('tells of a leech at its eighth lapse and every fourth after', () => {
  expect([0, 7, 8, 9, 11, 12, 16].filter(isLeechAt)).toEqual([8, 12, 16])
})
