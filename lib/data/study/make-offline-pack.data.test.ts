import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { DeckId, type FactId, ReviewId } from '../../core/ids'
import { applyFlags } from '../../core/memory/offline-pack/apply-fact-flags'
import type { DeckPack } from '../../core/memory/offline-pack/deck-pack'
import { studyPacks } from '../../core/memory/offline-pack/study-packs'
import { DAY_MS } from '../../core/shared/time'
import { flagFacts } from '../memories/flag-facts'
import { recordReviews } from '../memories/record-reviews'
import { deckEtag, makeOfflinePack } from './make-offline-pack'
import { nextCards } from './next-cards'

useDatabase()

const TEXT = 'The queen lays eggs. Karakol was founded in 1869. The lake is Issyk-Kul. The capital is Bishkek.'
const FACTS = [/The queen.*?\./, /Karakol.*?\./, /The lake.*?\./, /The capital.*?\./]
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
    const pack = overTheWire(await makeOfflinePack(viewer, deckId, NOW))
    for (const days of [0, 0.01, 1, 40]) {
      const { cards } = studyPacks([pack], [], { deckId, factIds: null, limit: 20 }, at(days))
      expect(cards, `after ${days} days`).toEqual((await nextCards(viewer, { deckId, limit: 20 }, at(days))).cards)
    }
  })

  it('goes on without the server as the server goes on when it has the same ratings', async () => {
    const { viewer, deckId, factIds } = await aDeck()
    const pack = overTheWire(await makeOfflinePack(viewer, deckId, NOW))
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

  it('knows the flags laid on it as the server does, before the server has them and after', async () => {
    const { viewer, deckId, factIds } = await aDeck()
    const pack = overTheWire(await makeOfflinePack(viewer, deckId, NOW))
    const laid = [
      [0, 'suspend', true],
      [1, 'bury', true],
      [2, 'star', true],
      [3, 'suspend', true],
      [3, 'suspend', false],
    ] as const
    const flags = laid.map(([fact, kind, on], order) => ({ factId: factIds[fact] as FactId, kind, on, at: order }))
    const here = flags.map(({ at: order, ...flag }) => ({ ...flag, at: NOW.getTime() + order, savedAt: 0 }))
    await flagFacts(
      viewer,
      flags.map(({ at: order, ...flag }) => ({ ...flag, at: new Date(NOW.getTime() + order) })),
    )
    const renewed = overTheWire(await makeOfflinePack(viewer, deckId, at(0.001)))
    const wanted = { deckId, factIds: null, limit: 20 }
    for (const days of [0.01, 1]) {
      const { cards } = await nextCards(viewer, { deckId, limit: 20 }, at(days))
      expect(cards).toHaveLength(days < 1 ? 2 : 3)
      expect(studyPacks(applyFlags([pack], here), [], wanted, at(days)).cards).toEqual(cards)
      expect(studyPacks(applyFlags([renewed], here), [], wanted, at(days)).cards).toEqual(cards)
      expect(studyPacks([renewed], [], wanted, at(days)).cards).toEqual(cards)
    }
    expect(renewed.annotationsEtag).not.toBe(pack.annotationsEtag)
  })

  it('is refused to whoever may not see the deck', async () => {
    const { deckId } = await aDeck()
    expect(await makeOfflinePack(await aLearner(), deckId, NOW)).toBeNull()
    expect(await makeOfflinePack(null, deckId, NOW)).toBeNull()
  })

  it('has an etag that tells nobody else whether there is such a deck, nor what its reader set on it', async () => {
    const { viewer, deckId, factIds } = await aDeck()
    const stranger = await aLearner()
    const etag = await deckEtag(viewer, deckId)
    const strangersEtag = await deckEtag(stranger, deckId)
    await flagFacts(viewer, [{ factId: factIds[0] as FactId, kind: 'star', on: true, at: NOW }])
    expect(await deckEtag(viewer, deckId)).not.toBe(etag)
    expect(await deckEtag(stranger, deckId)).toBe(strangersEtag)
    expect(await deckEtag(stranger, DeckId.parse(randomUUID()))).toBe(strangersEtag)
    expect(await deckEtag(null, deckId)).toBe('')
  })
})
