import { randomUUID } from 'node:crypto'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { type DeckId, type FactId, ReviewId } from '../../core/ids'
import type { DeckPack } from '../../core/memory/offline-pack/deck-pack'
import type { DeviceReview } from '../../core/memory/offline-pack/pack-memories'
import { studyPacks } from '../../core/memory/offline-pack/study-packs'
import { RATINGS, type Rating } from '../../core/memory/scheduling/memory'
import type { Selection } from '../../core/memory/session/selection'
import type { Viewer } from '../../core/people/viewer'
import { DAY_MS, HOUR_MS } from '../../core/shared/time'
import { offlineExamFacts } from '../../core/statistics/exam/offline-exam-facts'
import { db } from '../../db'
import { recordReviews } from '../memories/record-reviews'
import { makeOfflinePack } from './make-offline-pack'
import { nextCards } from './next-cards'

useDatabase()

const CARDS = 8
const ALL = 1000
const SELECTIONS: Selection[] = [
  ...(['today', 'all', 'new', 'starred', 'forgotten', 'exam'] as const).map((kind) => ({ kind })),
  { kind: 'tag', name: 'of a fact' },
  { kind: 'tag', name: 'of a deck' },
  { kind: 'tag', name: 'of none' },
]

/** A deck of eight facts with a card, and between them two that are asked in quizzes only. */
async function aDeckFor(viewer: Viewer, name: string) {
  const places = Array.from({ length: CARDS + 2 }, (_, place) => place)
  const known = {
    text: places.map((place) => `${name} ${place} is so.`).join(' '),
    facts: places.map((place) => new RegExp(`${name} ${place} is so\\.`)),
    rows: places.map((place) =>
      place === 2 || place === 6
        ? { type: 'true-false', stem: `${name} ${place}.`, key: ['True'], facts: [place] }
        : { type: 'flashcard', stem: `${name} ${place}?`, key: [`so ${place}`], facts: [place] },
    ),
  }
  const { deckId, factIds } = await aKnownQuiz(viewer, 'practice', known)
  return { deckId, factIds: factIds.filter((_, place) => place !== 2 && place !== 6) }
}

/** Two decks with all that a selection may ask about. */
async function twoDecks() {
  const viewer = await aLearner({ timeZone: 'Asia/Bishkek', newPerDay: 3, duePerDay: 2 })
  const { learnerId } = viewer
  const [river, lake] = [await aDeckFor(viewer, 'River'), await aDeckFor(viewer, 'Lake')]
  const factIds = [...river.factIds, ...lake.factIds]
  const factId = (place: number) => factIds[place] ?? ''
  await db().factFlag.createMany({
    data: [
      { learnerId, factId: factId(1), starred: true },
      { learnerId, factId: factId(2), starred: true, suspended: true },
      { learnerId, factId: factId(9), starred: true, buriedUntil: new Date(NOW.getTime() + 2 * DAY_MS) },
    ],
  })
  await db().factTag.createMany({
    data: [1, 2, 4, 9].map((place) => ({ learnerId, factId: factId(place), name: 'of a fact' })),
  })
  await db().deckTag.create({ data: { learnerId, deckId: lake.deckId, name: 'of a deck' } })
  const exam = (deckId: DeckId, days: number) => ({
    learnerId,
    deckId,
    day: new Date(NOW.getTime() + days * DAY_MS),
    target: 0.95,
  })
  await db().exam.createMany({ data: [exam(river.deckId, 9), exam(lake.deckId, 5)] })
  return { viewer, decks: [river.deckId, lake.deckId], factIds }
}

type Step = { fact: number; rating: Rating; hours: number; undone: boolean; assisted: boolean }
const steps = (most: number) =>
  fc.array(
    fc.record({
      fact: fc.integer({ min: 0, max: 2 * CARDS - 1 }),
      rating: fc.constantFrom(...RATINGS),
      hours: fc.integer({ min: 1, max: 20 }),
      undone: fc.boolean(),
      assisted: fc.boolean(),
    }),
    { maxLength: most },
  )

/** Ratings one after the other from a moment on, some of them with a hint, some taken back at once. */
function reviewsOf(given: readonly Step[], factIds: readonly FactId[], from: Date) {
  let at = from.getTime()
  return given.flatMap(({ fact, rating, hours, undone, assisted }) => {
    at += hours * HOUR_MS
    const id = ReviewId.parse(randomUUID())
    const shown = { factId: factIds[fact] as FactId, itemId: null, revisionId: null, durationMs: 4000 }
    const rated = { id, ...shown, rating, assisted }
    const back = undone ? [{ id: ReviewId.parse(randomUUID()), reversesId: id, at: new Date(at + 1) }] : []
    return [{ ...rated, at: new Date(at) }, ...back]
  })
}

async function record(viewer: Viewer, reviews: ReturnType<typeof reviewsOf>): Promise<void> {
  for (const review of reviews) await recordReviews(viewer, [review], review.at)
}

async function packsOf(viewer: Viewer, decks: readonly DeckId[], now: Date): Promise<DeckPack[]> {
  const packs: DeckPack[] = []
  for (const deckId of decks) packs.push(JSON.parse(JSON.stringify(await makeOfflinePack(viewer, deckId, now))))
  // In whatever order the device has them.
  return packs.reverse()
}

/** Every selection, of all decks and of one. */
async function compare(viewer: Viewer, packs: readonly DeckPack[], here: readonly DeviceReview[], now: Date) {
  const places = [null, (packs[0]?.deckId ?? null) as DeckId | null]
  for (const [only, deckId] of SELECTIONS.flatMap((one) => places.map((place) => [one, place] as const))) {
    const { cards } = await nextCards(viewer, { only, limit: ALL, ...(deckId ? { deckId } : {}) }, now)
    const found = studyPacks(packs, here, { deckId, factIds: null, only, limit: ALL }, now, offlineExamFacts)
    const said = `${JSON.stringify(only)} of ${deckId ? 'one' : 'all'} at ${now.toISOString()}`
    expect(namesOf(found.cards), said).toEqual(namesOf(cards))
  }
}

const namesOf = (cards: readonly { front: string; dueStatus: string }[]) =>
  cards.map(({ front, dueStatus }) => `${front} ${dueStatus}`)

const step = (fact: number, rating: Rating, hours: number, more: Partial<Step> = {}): Step => ({
  ...{ fact, rating, hours, undone: false, assisted: false },
  ...more,
})
type Case = [before: Step[], since: Step[]]
/** A fact whose only rating of the day before was taken back is met for the first time today. */
const TAKEN_BACK_THE_DAY_BEFORE: Case = [
  [step(1, 'hard', 1)],
  [step(13, 'good', 7, { undone: true }), step(13, 'good', 18), step(13, 'easy', 2)],
]
/** So is one whose only rating of the day before was helped by a hint. */
const HELPED_THE_DAY_BEFORE: Case = [[step(1, 'good', 1, { assisted: true })], [step(1, 'good', 20)]]
/** A fact counts once a day, though its first rating is in the pack and the next one is not. */
const ON_ITS_STEPS_WHEN_PACKED: Case = [
  [
    ...[3, 4, 5].flatMap((fact) => [step(fact, 'again', 1), step(fact, 'easy', 1)]),
    // Those are due by now.
    step(0, 'again', 210),
  ],
  [step(0, 'easy', 1)],
]
const EXAMPLES = [TAKEN_BACK_THE_DAY_BEFORE, HELPED_THE_DAY_BEFORE, ON_ITS_STEPS_WHEN_PACKED]

describe('a device chooses the same facts as the server', () => {
  test.prop([steps(14), steps(6)], { numRuns: EXAMPLES.length + 3, endOnFailure: true, examples: EXAMPLES })(
    'for each kind of selection, of one deck and of all, with what was rated on it since and on later days',
    async (before, since) => {
      const { viewer, decks, factIds } = await twoDecks()
      const known = reviewsOf(before, factIds, NOW)
      await record(viewer, known)
      const packedAt = known.at(-1)?.at ?? NOW
      const packs = await packsOf(viewer, decks, new Date(packedAt.getTime() + 1))
      const news = reviewsOf(since, factIds, packedAt)
      const here = news.map((review) => ({ ...review, at: review.at.getTime(), savedAt: 0 }))
      await record(viewer, news)
      const last = (news.at(-1)?.at ?? packedAt).getTime()
      for (const days of [0.01, 1, 8]) await compare(viewer, packs, here, new Date(last + days * DAY_MS))
    },
    240_000,
  )

  it('holds no fact for forgotten whose Again, known to the pack, was taken back on it', async () => {
    const { viewer, decks, factIds } = await twoDecks()
    const lapses = reviewsOf([step(0, 'again', 1), step(1, 'again', 1)], factIds, NOW)
    await record(viewer, lapses)
    const at = new Date(NOW.getTime() + 3 * HOUR_MS)
    const packs = await packsOf(viewer, decks, at)
    const back = { id: ReviewId.parse(randomUUID()), reversesId: lapses[0]?.id as ReviewId, at }
    const wanted = { only: { kind: 'forgotten' } as const, limit: ALL }
    const here = [{ ...back, at: at.getTime(), savedAt: 0 }]
    const found = studyPacks(packs, here, { deckId: null, factIds: null, ...wanted }, at)
    await recordReviews(viewer, [back], at)
    const { cards } = await nextCards(viewer, wanted, at)
    expect(found.cards.map(({ factId }) => factId)).toEqual(cards.map(({ factId }) => factId))
    expect(cards).toHaveLength(1)
  })

  it('goes on in a selection after what came before, as the server does', async () => {
    const { viewer, decks } = await twoDecks()
    const packs = await packsOf(viewer, decks, NOW)
    const only: Selection = { kind: 'tag', name: 'of a deck' }
    const wanted = { only, from: 3, limit: 2 }
    const { cards, more } = await nextCards(viewer, wanted, NOW)
    const found = studyPacks(packs, [], { deckId: null, factIds: null, ...wanted }, NOW)
    expect(found.cards).toEqual(cards)
    expect([found.more, cards.length]).toEqual([more, 2])
  })
})
