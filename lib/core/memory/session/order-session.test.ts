import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interleave, spreadSiblings } from './order-facts'

const cards = fc.uniqueArray(fc.record({ id: fc.nat(), key: fc.constantFrom('a', 'b', 'c', 'd') }), {
  maxLength: 30,
  selector: (card) => card.id,
})
const repeats = (keys: readonly string[]) => keys.filter((key, index) => key === keys[index - 1]).length

describe('the order of a session', () => {
  it('keeps siblings apart wherever that is possible', () => {
    fc.assert(
      fc.property(cards, (given) => {
        const spread = spreadSiblings(given, (card) => card.key)
        expect([...spread].sort((a, b) => a.id - b.id)).toEqual([...given].sort((a, b) => a.id - b.id))
        const largest = Math.max(
          0,
          ...['a', 'b', 'c', 'd'].map((key) => given.filter((card) => card.key === key).length),
        )
        if (largest <= Math.ceil(given.length / 2)) expect(repeats(spread.map((card) => card.key))).toBe(0)
      }),
    )
  })

  it('changes nothing when no siblings meet', () => {
    expect(spreadSiblings(['a', 'b', 'c'], (card) => card)).toEqual(['a', 'b', 'c'])
  })

  it('spreads new facts evenly among those to review', () => {
    expect(interleave(['1', '2', '3', '4'], ['n', 'm'])).toEqual(['1', 'n', '2', '3', 'm', '4'])
    expect(interleave([], ['n', 'm'])).toEqual(['n', 'm'])
    expect(interleave(['1'], [])).toEqual(['1'])
  })
})
