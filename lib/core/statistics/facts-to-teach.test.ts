import { describe, expect, it } from 'vitest'
import { factsToTeach, maySayNoneLost, metByHalf } from './facts-to-teach'

/** One word a fact, one letter a learner: K kept, L lost; who has not met it has no letter. */
const facts = (...words: string[]) => words.map((word) => ({ word, isLost: [...word].map((letter) => letter === 'L') }))
const toTeach = (learners: number, ...words: string[]) =>
  factsToTeach(facts(...words), learners).map(({ fact, met, lost }) => [fact.word, met, lost])

describe('facts to teach again', () => {
  it('are those that most who met them have lost, most lost first', () => {
    expect(toTeach(3, 'KKK', 'LKL', 'LL', 'KLK')).toEqual([
      ['LL', 2, 2],
      ['LKL', 3, 2],
    ])
  })

  it('come in the order of the document where they are lost alike', () => {
    expect(toTeach(4, 'LL', 'LLLL', 'LLLL')).toEqual([
      ['LLLL', 4, 4],
      ['LLLL', 4, 4],
      ['LL', 2, 2],
    ])
  })

  it('are not those that half of those who met them have kept', () => {
    expect(toTeach(2, 'LK')).toEqual([])
  })

  it('are not those that fewer than half of the class have met, or one learner of several', () => {
    expect(toTeach(4, 'L')).toEqual([])
    expect(toTeach(5, 'LL')).toEqual([])
    expect(toTeach(2, 'L')).toEqual([])
    expect(toTeach(4, 'LL')).toHaveLength(1)
  })

  it('may be lost by the only learner of a class', () => {
    expect(toTeach(1, 'L')).toHaveLength(1)
    expect(metByHalf(facts(''), 1)).toEqual([])
  })

  it('are said to be none only from ten answers that are a day old', () => {
    expect([9, 10].map(maySayNoneLost)).toEqual([false, true])
  })
})
