import { describe, expect, it } from 'vitest'
import { ReviewId } from '@/lib/core/ids'
import { db } from '@/lib/db'
import { useDatabase } from '@/test/database'
import { aDeck, aLearner, NOW } from '@/test/factories'
import { recordReviews } from './record-reviews'

useDatabase()

describe('a rating after a hint', () => {
  it('is kept in the log and moves nothing; the first without a hint schedules', async () => {
    const viewer = await aLearner()
    const [factId] = (await aDeck(viewer)).factIds
    if (!factId) throw new Error('No fact.')
    const rate = (minute: number, assisted: boolean) => {
      const at = new Date(NOW.getTime() + minute * 60_000)
      const shown = { factId, itemId: null, revisionId: null, rating: 'good', durationMs: null } as const
      return recordReviews(viewer, [{ ...shown, id: ReviewId.parse(crypto.randomUUID()), at, assisted }], at)
    }
    expect(await rate(0, true)).toMatchObject([{ kind: 'saved', due: null, memory: { kind: 'new' } }])
    expect(await rate(1, false)).toMatchObject([{ kind: 'saved', memory: { kind: 'reviewed', reviews: 1 } }])
    expect(await rate(2, true)).toMatchObject([{ kind: 'saved', memory: { kind: 'reviewed', reviews: 1 } }])
    const rows = await db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { at: 'asc' } })
    expect(rows.map(({ assisted, scheduled }) => [assisted, scheduled])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ])
  })
})
