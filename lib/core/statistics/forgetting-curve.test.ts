import { describe, expect, it } from 'vitest'
import type { Rating } from '../memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '../memory/scheduling/parameters'
import type { LoggedReview } from '../memory/scheduling/replay'
import { factHistory } from './forgetting-curve'

const day = (count: number) => new Date(Date.UTC(2026, 0, 1 + count, 10))
const review = (id: string, rating: Rating, at: Date, reversesId: string | null = null): LoggedReview => ({
  ...{ id, rating, at, reversesId },
  factId: 'f',
  source: 'card',
  assisted: false,
  parameters: DEFAULT_PARAMETERS,
})
const LOG = [review('a', 'easy', day(0)), review('b', 'good', day(9)), review('c', 'again', day(20))]

describe('the history of a fact', () => {
  it('of one never reviewed is empty', () => {
    expect(factHistory([], day(0))).toEqual({ memory: { kind: 'new' }, recall: 0, reviews: [], curve: [] })
  })

  it('tells each review with the chance of recall just before it, and what was taken back not at all', () => {
    const { reviews } = factHistory([...LOG, review('d', 'again', day(21), 'c')], day(22))
    expect(reviews.map(({ rating, before }) => [rating, before.kind])).toEqual([
      ['easy', 'first'],
      ['good', 'chance'],
    ])
    const before = reviews[1]?.before
    expect(before?.kind === 'chance' ? before.recall : null).toBeLessThan(1)
  })

  it('is drawn as one piece a review, each beginning near whole and falling, without a gap', () => {
    const { curve } = factHistory([...LOG.slice(0, 2), review('c', 'hard', day(20))], day(22))
    expect(curve.map((piece) => piece[0]?.at)).toEqual([day(0), day(9), day(20)])
    expect(curve.map((piece) => piece.at(-1)?.at).slice(0, 2)).toEqual([day(9), day(20)])
    for (const piece of curve) {
      expect(piece[0]?.recall).toBe(0.99)
      for (const [at, point] of piece.entries()) expect(point.recall).toBeLessThanOrEqual(piece[at - 1]?.recall ?? 1)
    }
  })

  it('tells of a failure as not recalled from then on, also of one that was only logged', () => {
    const sameDay = new Date(day(9).getTime() + 3_600_000)
    for (const log of [LOG, [...LOG.slice(0, 2), review('d', 'again', sameDay)]]) {
      const { recall, curve, reviews } = factHistory([...log, review('e', 'good', day(30))], day(29))
      expect(reviews.at(-1)).toMatchObject({ rating: 'good', before: { kind: 'failed' } })
      expect(curve.at(-2)?.map((point) => point.recall)).toEqual(new Array(17).fill(0))
      expect(recall).toBe(0.99)
      expect(factHistory(log, day(29)).recall).toBe(0)
    }
  })

  it('goes on to now when the fact is long overdue', () => {
    expect(factHistory(LOG.slice(0, 1), day(400)).curve[0]?.at(-1)?.at).toEqual(day(400))
  })
})
