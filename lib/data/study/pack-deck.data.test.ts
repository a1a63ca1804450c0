import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { ReviewId } from '../../core/ids'
import type { DeckPack } from '../../core/memory/deck-pack'
import { studyPacks } from '../../core/memory/study-packs'
import { db } from '../../db'
import { nextCards } from './next-cards'
import { packDeck } from './pack-deck'
import { recordReviews } from './record-reviews'

useDatabase()

const TEXT = 'The queen lays eggs. Karakol was founded in 1869. The lake is Issyk-Kul. The capital is Bishkek.'
const FACTS = [/The queen.*?\./, /Karakol.*?\./, /The lake.*?\./, /The capital.*?\./]
const DAY_MS = 86_400_000
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS)

async function aDeck() {
  const viewer = await aLearner()
  const card = (stem: string, key: string, fact: number) => ({
    ...{ type: 'flashcard', stem, key: [key], options: [], facts: [fact] },
  })
  const rows = [
    card('Who lays eggs?', 'the queen', 0),
    card('When was Karakol founded?', '1869', 1),
    card('Which lake is it?', 'Issyk-Kul', 2),
    card('Which city is the capital?', 'Bishkek', 3),
  ]
  return { viewer, ...(await aKnownQuiz(viewer, 'practice', { text: TEXT, facts: FACTS, rows })) }
}
const rate = (number: number, factId: string, rating: 'again' | 'good' | 'easy', when: Date) => ({
  id: ReviewId.parse(`00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`),
  ...{ factId: factId as never, itemId: null, revisionId: null, rating, at: when, durationMs: 1 },
})
const overTheWire = (pack: DeckPack | null): DeckPack => JSON.parse(JSON.stringify(pack))

describe('a deck on a device', () => {
  it('shows the cards that the server would show, now and on a later day', async () => {
    const { viewer, deckId, factIds } = await aDeck()
    const [queen = '', karakol = '', lake = ''] = factIds
    const reviews = [rate(1, queen, 'easy', NOW), rate(2, karakol, 'again', NOW), rate(3, lake, 'good', NOW)]
    await recordReviews(viewer, reviews, NOW)
    const pack = overTheWire(await packDeck(viewer, deckId, NOW))
    for (const days of [0, 0.01, 1, 40]) {
      const { cards } = studyPacks([pack], [], { deckId, factIds: null, limit: 20 }, at(days))
      expect(cards, `after ${days} days`).toEqual((await nextCards(viewer, { deckId, limit: 20 }, at(days))).cards)
    }
  })

  it('goes on without the server as the server goes on when it has the same ratings', async () => {
    const { viewer, deckId, factIds } = await aDeck()
    const pack = overTheWire(await packDeck(viewer, deckId, NOW))
    const given = factIds.map((factId, index) => rate(index, factId, 'easy', new Date(NOW.getTime() + index)))
    const here = given.map(({ id, factId, rating, at: when }) => ({
      id,
      factId,
      rating,
      at: when.getTime(),
      savedAt: 0,
    }))
    const later = at(30)
    const { cards } = studyPacks([pack], here, { deckId, factIds: null, limit: 20 }, later)
    await recordReviews(viewer, given, at(1))
    expect(cards).toEqual((await nextCards(viewer, { deckId, limit: 20 }, later)).cards)
    expect(cards).toHaveLength(4)
  })

  it('leaves out what the learner has set aside, and says until when', async () => {
    const { viewer, deckId, factIds } = await aDeck()
    const [suspended = '', buried = ''] = factIds
    const { learnerId } = viewer
    await db().factMark.createMany({
      data: [
        { learnerId, factId: suspended, suspended: true },
        { learnerId, factId: buried, buriedUntil: at(1) },
      ],
    })
    const pack = await packDeck(viewer, deckId, NOW)
    expect(pack?.facts.map(({ factId, buriedUntil }) => [factId, buriedUntil])).toEqual([
      [buried, at(1).getTime()],
      [factIds[2], null],
      [factIds[3], null],
    ])
  })

  it('is refused to whoever may not see the deck', async () => {
    const { deckId } = await aDeck()
    expect(await packDeck(await aLearner(), deckId, NOW)).toBeNull()
    expect(await packDeck(null, deckId, NOW)).toBeNull()
  })
})
