import { describe, expect, it } from 'vitest'
import { type FactId, ReviewId } from '@/lib/core/ids'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import { DEFAULT_WEIGHTS } from '@/lib/core/memory/scheduling/parameters'
import type { Viewer } from '@/lib/core/people/viewer'
import { rebuildMemories } from '@/lib/data/memories/rebuild-memories'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { mergeGuest } from '@/lib/data/people/merge-guest'
import { findSession } from '@/lib/data/people/sessions'
import { db } from '@/lib/db'
import { runIn } from '@/lib/prepared-statements'
import { useDatabase } from '@/test/database'
import { aDeck, aLearner, NOW } from '@/test/factories'
import { addFastForgettingHistory, HISTORY_DAYS, HISTORY_FACTS } from '@/test/fast-forgetting-history'
import { dropWeights, findWeightsStatus, fitWeights } from './fit-weights'

useDatabase()

async function aForgetfulOne(given: Partial<Viewer> = {}): Promise<{ viewer: Viewer; factIds: readonly FactId[] }> {
  const viewer = await aLearner(given)
  const { documentId } = await aDeck(viewer)
  return { viewer, factIds: await addFastForgettingHistory(viewer.learnerId, documentId, NOW) }
}

const memoriesOf = ({ learnerId }: Viewer) => db().memory.findMany({ where: { learnerId }, orderBy: { factId: 'asc' } })
const again = async (viewer: Viewer): Promise<Viewer> => {
  const found = await findSession(viewer.sessionId, NOW)
  if (!found) throw new Error('The session is gone.')
  return found
}
async function rate(viewer: Viewer, factId: FactId | undefined, rating: Rating = 'good') {
  if (!factId) throw new Error('No fact.')
  const id = ReviewId.parse(crypto.randomUUID())
  await recordReviews(viewer, [{ id, factId, itemId: null, revisionId: null, rating, at: NOW, durationMs: null }], NOW)
  return db().review.findFirstOrThrow({ where: { learnerId: viewer.learnerId, id } })
}

describe('weights fitted to a learner', () => {
  it('foresee better what was held out, are in use from the next review on, and leave memories as they are', async () => {
    const { viewer, factIds } = await aForgetfulOne()
    expect(await findWeightsStatus(viewer)).toMatchObject({
      returns: 400,
      days: HISTORY_DAYS,
      inUse: null,
      tried: null,
    })
    const before = await memoriesOf(viewer)
    const outcome = await fitWeights(viewer, NOW)
    expect(outcome).toMatchObject({ kind: 'fitted', isBetter: true })
    expect(await memoriesOf(viewer)).toEqual(before)
    const { inUse } = await findWeightsStatus(viewer)
    expect(inUse && inUse.lossAfter < inUse.lossBefore).toBe(true)

    const fitted = await again(viewer)
    if (fitted.weights.kind !== 'fitted') throw new Error('The weights are not in use.')
    expect((await rate(fitted, factIds[0])).parameters).toBe(`fsrs6-2;0.9;UTC;4;${fitted.weights.id}`)
    const live = await memoriesOf(viewer)
    expect(live).not.toEqual(before)
    await db().$transaction((tx) => rebuildMemories(runIn(tx), viewer.learnerId), { timeout: 60_000 })
    expect(await memoriesOf(viewer)).toEqual(live)

    // The same reviews again gain nothing: the row says so, and what is in use stays.
    expect(await fitWeights(fitted, new Date(NOW.getTime() + 1))).toMatchObject({ kind: 'fitted', isBetter: false })
    expect((await findWeightsStatus(viewer)).tried).not.toBeNull()
    expect((await again(viewer)).weights).toEqual(fitted.weights)

    await dropWeights(viewer)
    expect((await again(viewer)).weights).toEqual(DEFAULT_WEIGHTS)
    await db().$transaction((tx) => rebuildMemories(runIn(tx), viewer.learnerId), { timeout: 60_000 })
    expect(await memoriesOf(viewer)).toEqual(live)
  })

  it('are neither seen nor changed by a stranger, whose own reviews are too few', { tags: ['long'] }, async () => {
    const { viewer, factIds } = await aForgetfulOne()
    await fitWeights(viewer, NOW)
    const { weights } = await again(viewer)
    const stranger = await aLearner()
    expect(await findWeightsStatus(stranger)).toEqual({ returns: 0, days: 0, inUse: null, tried: null })
    expect(await fitWeights(stranger, NOW)).toEqual({ kind: 'too-few', returns: 0, days: 0 })
    await dropWeights(stranger)
    expect((await again(viewer)).weights).toEqual(weights)
    // Nor used: a log that names another's weights is read with the defaults.
    const { factIds: own } = await aDeck(stranger)
    await rate({ ...stranger, weights }, own[0])
    const row = await rate(stranger, own[1])
    await db().$transaction((tx) => rebuildMemories(runIn(tx), stranger.learnerId))
    const [first, second] = await db().memory.findMany({ where: { learnerId: stranger.learnerId } })
    expect(row.parameters).toBe('fsrs6-2;0.9;UTC;4;default')
    expect(first?.stability).toBe(second?.stability)
    expect(factIds.length).toBe(HISTORY_FACTS)
  })

  it('go along when a guest becomes an account: the reviews made under them give the same memories', {
    tags: ['long'],
  }, async () => {
    const { viewer: guest, factIds } = await aForgetfulOne({ identityKind: 'guest' })
    await fitWeights(guest, NOW)
    await rate(await again(guest), factIds[0])
    const live = (await memoriesOf(guest)).map(({ learnerId, ...memory }) => memory)
    const account = await aLearner()
    await mergeGuest(account, guest, NOW)
    expect((await memoriesOf(account)).map(({ learnerId, ...memory }) => memory)).toEqual(live)
    expect((await again(account)).weights).toEqual(DEFAULT_WEIGHTS)
  })
})
