import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeckOfLakes, rateAt } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { type DeckId, FactId, ItemId, RevisionId } from '../../core/ids'
import type { Rating } from '../../core/memory/scheduling/memory'
import { studyDay } from '../../core/memory/scheduling/study-day'
import type { Viewer } from '../../core/people/viewer'
import { DAY_MS } from '../../core/shared/time'
import type { MapUnit } from '../../core/statistics/recall-map'
import { db } from '../../db'
import { readExam, setExam } from '../exams/exams'
import { readFactHistory } from '../memories/read-fact-history'
import { recordResponses } from '../memories/record-reviews'
import { readStatistics } from '../statistics/read-statistics'
import { deckProgress } from './deck-progress'
import { listDecks } from './list-decks'
import { readRecallMap } from './read-recall-map'

useDatabase()

const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const TODAY = studyDay(NOW, 'UTC', 4)

/** An answer in a quiz. */
async function answer(viewer: Viewer, factId: FactId, rating: Rating, at: Date) {
  const item = await db().item.findFirstOrThrow({
    where: { facts: { some: { factId } } },
    include: { revisions: true },
  })
  const revisionId = RevisionId.parse(item.revisions[0]?.id)
  const response = {
    factId,
    itemId: ItemId.parse(item.id),
    revisionId,
    rating,
    asked: 'recall',
    durationMs: null,
  } as const
  await db().$transaction((tx) => recordResponses(tx, viewer, [response], at))
}

/** Every number that tells the learner how well the deck is recalled. */
async function shown(viewer: Viewer, deckId: DeckId, at: Date) {
  const [progress, map, exam] = [
    await deckProgress(viewer, deckId, at),
    await readRecallMap(viewer, deckId, at),
    await readExam(viewer, deckId, at),
  ]
  const units = (map?.blocks ?? []).flatMap((block) => ('units' in block ? block.units : []))
  const [unit] = units.filter(({ number }) => number !== null)
  return {
    deck: progress.percent ?? 0,
    map: map?.percent ?? 0,
    sentence: (unit as MapUnit).percent,
    shade: (unit as MapUnit).shade,
    now: exam?.now.share ?? 0,
    idle: exam?.idle.share ?? 0,
    weakest: progress.weakest.map(({ factId }) => factId),
    patches: progress.patches.map(({ mastery }) => mastery),
    mastery: (await readStatistics(viewer, deckId, at))?.mastery,
    row: (await listDecks(viewer, { from: 0, size: 1 }, at)).decks[0]?.mastery.patches.map(({ mastery }) => mastery),
  }
}

describe('what is shown as recall', () => {
  it.each([
    ['counted', 3],
    ['only logged, because the fact was answered right on that day', 0],
  ])('falls everywhere with a failed quiz that is %s, and comes back with right answers', async (_, days) => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 10)
    await setExam(viewer, deckId, { day: TODAY + 20, target: 0.9 }, NOW)
    for (const factId of factIds) await rateAt(viewer, factId, 'easy', NOW)
    const at = new Date(inDays(days).getTime() + 60_000)
    const before = await shown(viewer, deckId, at)
    const failed = factIds.slice(0, 6).map((factId) => FactId.parse(factId))
    for (const factId of failed) await answer(viewer, factId, 'again', at)
    const after = await shown(viewer, deckId, at)
    const left = Math.round(before.deck * 0.4)
    expect([after.deck, after.map, after.sentence, after.shade]).toEqual([left, left, left, 1])
    expect(before.deck).toBeGreaterThan(90)
    expect(after.now).toBeCloseTo(before.now * 0.4, 1)
    expect(after.idle).toBeCloseTo(before.idle * 0.4, 1)
    expect(failed).toEqual(expect.arrayContaining(after.weakest))
    expect(after.weakest).toHaveLength(3)
    for (const patches of [after.patches, after.row]) expect(patches?.slice(0, 6)).toEqual([1, 1, 1, 1, 1, 1])
    expect(after.mastery?.[1]).toBe(6)
    const [first] = failed
    if (first) expect((await readFactHistory(viewer, first, at))?.recall).toBe(0)

    const later = new Date(at.getTime() + 600_000)
    for (const factId of failed) await answer(viewer, factId, 'good', later)
    expect((await shown(viewer, deckId, later)).deck).toBeGreaterThan(95)
  })

  it('is of decks that the viewer may see: of another’s there is no progress and no map', async () => {
    const { deckId } = await aDeckOfLakes(await aLearner(), 2)
    for (const stranger of [await aLearner(), null]) {
      expect(await deckProgress(stranger, deckId, NOW)).toMatchObject({ patches: [], due: 0, new: 0, weakest: [] })
      expect(await readRecallMap(stranger, deckId, NOW)).toBeNull()
    }
  })

  it('shades a sentence that was failed as seen, never as recalled', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 1)
    expect(await shown(viewer, deckId, NOW)).toMatchObject({ sentence: 0, shade: 0 })
    await rateAt(viewer, factIds[0], 'again', NOW)
    expect(await shown(viewer, deckId, NOW)).toMatchObject({ deck: 0, sentence: 0, shade: 1, patches: [1] })
    // Of two ratings at one moment the log does not know which was last.
    const later = new Date(NOW.getTime() + 60_000)
    await rateAt(viewer, factIds[0], 'hard', later)
    expect(await shown(viewer, deckId, later)).toMatchObject({ deck: 99, sentence: 99, shade: 4, patches: [1] })
  })

  it('says of a sentence how many of its facts were failed, and how many never met', async () => {
    const viewer = await aLearner()
    const { deckId, factIds } = await aDeckOfLakes(viewer, 2)
    const [id, second] = factIds.map((factId) => FactId.parse(factId))
    if (!id || !second) throw new Error('The deck has too few facts.')
    const { spans } = await db().fact.findUniqueOrThrow({ where: { id }, select: { spans: true } })
    await db().fact.update({ where: { id: second }, data: { spans: spans ?? [] } })
    const failed = async () => {
      const blocks = (await readRecallMap(viewer, deckId, NOW))?.blocks ?? []
      const units = blocks.flatMap((block) => ('units' in block ? block.units : []))
      return units.find(({ facts }) => facts.length === 2)?.failed
    }
    expect(await failed()).toBeNull()
    await rateAt(viewer, factIds[0], 'again', NOW)
    expect(await failed()).toEqual({ met: 1, unseen: 1 })
    await rateAt(viewer, factIds[1], 'easy', NOW)
    expect(await failed()).toBeNull()
  })

  it('counts what only quizzes ask once it is answered, so that studying can bring a number to its top', async () => {
    const viewer = await aLearner()
    const { deckId, documentId, factIds } = await aDeckOfLakes(viewer, 2)
    const [card, quizOnly] = factIds.map((factId) => FactId.parse(factId))
    if (!card || !quizOnly) throw new Error('The deck has too few facts.')
    const ofQuizzes = { item: { facts: { some: { factId: quizOnly } } } }
    await db().revision.updateMany({ where: ofQuizzes, data: { isCard: false } })
    await refreshDecks(documentId)
    const counted = async () => (await readRecallMap(viewer, deckId, NOW))?.counted
    await rateAt(viewer, card, 'easy', NOW)
    expect(await shown(viewer, deckId, NOW)).toMatchObject({ deck: 99, map: 99, sentence: 99, shade: 4 })
    expect(await counted()).toBe(1)
    await answer(viewer, quizOnly, 'again', NOW)
    expect(await shown(viewer, deckId, NOW)).toMatchObject({ deck: 50, map: 50, sentence: 50, shade: 2 })
    expect(await counted()).toBe(2)
  })
})
