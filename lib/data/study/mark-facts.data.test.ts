import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeck, aLearner, NOW } from '@/test/factories'
import type { Viewer } from '../../core/access/viewer'
import { FactId } from '../../core/ids'
import type { MarkKind } from '../../core/memory/session/mark'
import { db } from '../../db'
import { listMarkedFacts } from './list-marked-facts'
import { type FactToMark, markFacts } from './mark-facts'
import { nextCards } from './next-cards'
import { readFactHistory } from './read-fact-history'

useDatabase()

const mark = (factId: string, kind: MarkKind, on = true, at = NOW): FactToMark => ({
  factId: FactId.parse(factId),
  ...{ kind, on, at },
})
const marksOf = ({ learnerId }: Viewer) =>
  db().factMark.findMany({ where: { learnerId }, select: { starred: true, suspended: true, buriedUntil: true } })
async function aFact(given: Partial<Viewer> = {}) {
  const viewer = await aLearner(given)
  const { deckId, factIds } = await aDeck(viewer)
  return { viewer, deckId, factId: factIds[0] ?? '' }
}

describe('marks on a fact', () => {
  it('are laid beside each other, and a fact with none left has no row', async () => {
    const { viewer, factId } = await aFact()
    await markFacts(viewer, [mark(factId, 'star'), mark(factId, 'suspend'), mark(factId, 'suspend')])
    expect(await marksOf(viewer)).toEqual([{ starred: true, suspended: true, buriedUntil: null }])
    await markFacts(viewer, [mark(factId, 'suspend', false)])
    expect(await marksOf(viewer)).toEqual([{ starred: true, suspended: false, buriedUntil: null }])
    await markFacts(viewer, [mark(factId, 'star', false)])
    expect(await marksOf(viewer)).toEqual([])
  })

  it.each([
    ['Asia/Bishkek', '2026-11-24T22:00:00Z'],
    ['America/New_York', '2026-11-25T09:00:00Z'],
  ])('bury it until the next study day begins in %s', async (timeZone, until) => {
    const { viewer, factId } = await aFact({ timeZone })
    await markFacts(viewer, [mark(factId, 'bury')])
    expect(await marksOf(viewer)).toMatchObject([{ buriedUntil: new Date(until) }])
  })

  it('are listed for who laid them, and a burial no longer than it lasts', async () => {
    const { viewer, deckId, factId } = await aFact()
    await markFacts(viewer, [mark(factId, 'bury')])
    expect(await listMarkedFacts(viewer, deckId, NOW)).toMatchObject([{ factId, buried: true, suspended: false }])
    expect(await listMarkedFacts(viewer, deckId, new Date(NOW.getTime() + 86_400_000))).toEqual([])
  })

  it('are refused to a stranger of the deck, whose eyes they do not reach either', async () => {
    const { viewer, deckId, factId } = await aFact()
    const stranger = await aLearner()
    expect(await markFacts(stranger, [mark(factId, 'star')])).toEqual(['no-such-fact'])
    expect(await marksOf(stranger)).toEqual([])
    await markFacts(viewer, [mark(factId, 'star')])
    expect(await markFacts(stranger, [mark(factId, 'star', false)])).toEqual(['marked'])
    expect(await marksOf(viewer)).toMatchObject([{ starred: true }])
    expect(await listMarkedFacts(stranger, deckId, NOW)).toEqual([])
  })

  it('show on the card', async () => {
    const { viewer, deckId } = await aFact()
    const [card] = (await nextCards(viewer, { deckId, limit: 1 }, NOW)).cards
    await markFacts(viewer, [mark(card?.factId ?? '', 'star')])
    const { cards } = await nextCards(viewer, { deckId, limit: 1 }, NOW)
    expect(cards.map(({ factId, starred }) => [factId, starred])).toEqual([[card?.factId, true]])
  })
})

it('the history of a fact is told to whoever may see it, of their own reviews alone', async () => {
  const { viewer, factId } = await aFact()
  const id = FactId.parse(factId)
  expect(await readFactHistory(viewer, id, NOW)).toMatchObject({ memory: { kind: 'new' }, reviews: [] })
  for (const stranger of [await aLearner(), null]) expect(await readFactHistory(stranger, id, NOW)).toBeNull()
})
