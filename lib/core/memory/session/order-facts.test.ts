import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSimulatedLearner, type SimulatedFact, shareRecalled, studyCards, TYPICAL } from '@/test/simulated-learner'
import { DAY_MS } from '../../shared/time'
import { mean } from '../scheduling/fit-weights'
import { type DueFact, interleave, orderDue, spreadSiblings } from './order-facts'

const NOW = new Date('2026-06-03T09:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS)
const fact = (name: string, due: number, stability: number, seen: number) => ({
  ...{ name, stability, due: daysAgo(due), lastReview: daysAgo(seen) },
})

describe('due facts', () => {
  it('are taken by how long they have been due, and of one day by how far they are forgotten', () => {
    const facts = [fact('new', 0, 5, 5), fact('old', 9, 5, 14), fact('faint', 3, 2, 20), fact('firm', 3, 9, 20)]
    const names = (limit: number) => orderDue(facts, limit, NOW).map(({ name }) => name)
    expect([...names(2)].sort()).toEqual(['faint', 'old'])
    expect([...names(3)].sort()).toEqual(['faint', 'firm', 'old'])
    expect(names(0)).toEqual([])
  })

  it('bring the most forgotten third in between the others', () => {
    const facts = Array.from({ length: 9 }, (_, index) => fact(String(index), 1, index < 3 ? 1 : 30, 10))
    const places = orderDue(facts, 9, NOW).flatMap(({ stability }, place) => (stability === 1 ? [place] : []))
    expect(places).toEqual([1, 4, 7])
  })
})

describe('after a break of six weeks', () => {
  const START = Date.UTC(2026, 0, 5, 9)
  const dueOf = ({ memory }: SimulatedFact): DueFact => {
    if (memory.kind === 'new') throw new Error('A new fact is not due.')
    return memory
  }
  type Order = (due: readonly SimulatedFact[], now: Date) => readonly SimulatedFact[]
  const oldest: Order = (due, now) => {
    const byMemory = new Map(due.map((fact) => [dueOf(fact), fact]))
    return orderDue([...byMemory.keys()], LIMIT, now).flatMap((memory) => byMemory.get(memory) ?? [])
  }
  const forgotten = (fact: SimulatedFact, now: Date) =>
    (now.getTime() - dueOf(fact).lastReview.getTime()) / dueOf(fact).stability
  const byForgetting =
    (sign: number): Order =>
    (due, now) =>
      [...due].sort((a, b) => sign * (forgotten(b, now) - forgotten(a, now))).slice(0, LIMIT)
  const LIMIT = 25

  /** Mean share of 300 facts that would be recalled on the 40 evenings after the break, 25 due facts a day. */
  function regained(order: Order): number {
    const learner = aSimulatedLearner({ ...TYPICAL, threshold: -0.9 }, 300, 1)
    const morning = (day: number) => START + day * DAY_MS
    for (let day = 0; day < 50; day++) studyCards(learner, morning(day), 6)
    const evenings = Array.from({ length: 40 }, (_, day) => {
      studyCards(learner, morning(92 + day), 0, order)
      return shareRecalled(learner, morning(92 + day) + DAY_MS / 2)
    })
    return mean(evenings)
  }

  it('more is known on the days that follow than with the surest first or the weakest first', () => {
    const [longestDue, weakest, surest] = [regained(oldest), regained(byForgetting(1)), regained(byForgetting(-1))]
    expect(longestDue).toBeGreaterThan(weakest + 0.02)
    expect(longestDue).toBeGreaterThan(surest + 0.06)
  })
})

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
