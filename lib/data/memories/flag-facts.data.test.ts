import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aDeck, aLearner, NOW } from '@/test/factories'
import { FactId } from '../../core/ids'
import type { FlagKind } from '../../core/memory/session/fact-flag'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { nextCards } from '../study/next-cards'
import { type FlagChange, flagFacts, listFlaggedFacts } from './flag-facts'
import { readFactHistory } from './read-fact-history'

useDatabase()

const flag = (factId: string, kind: FlagKind, on = true, at = NOW): FlagChange => ({
  factId: FactId.parse(factId),
  ...{ kind, on, at },
})
const flagsOf = ({ learnerId }: Viewer) =>
  db().factFlag.findMany({ where: { learnerId }, select: { starred: true, suspended: true, buriedUntil: true } })
async function aFact(given: Partial<Viewer> = {}) {
  const viewer = await aLearner(given)
  const { deckId, factIds } = await aDeck(viewer)
  return { viewer, deckId, factId: factIds[0] ?? '' }
}

describe('flags on a fact', () => {
  it('are laid beside each other, and a fact with none left has no row', async () => {
    const { viewer, factId } = await aFact()
    await flagFacts(viewer, [flag(factId, 'star'), flag(factId, 'suspend'), flag(factId, 'suspend')])
    expect(await flagsOf(viewer)).toEqual([{ starred: true, suspended: true, buriedUntil: null }])
    await flagFacts(viewer, [flag(factId, 'suspend', false)])
    expect(await flagsOf(viewer)).toEqual([{ starred: true, suspended: false, buriedUntil: null }])
    await flagFacts(viewer, [flag(factId, 'star', false)])
    expect(await flagsOf(viewer)).toEqual([])
  })

  it.each([
    ['Asia/Bishkek', '2026-11-24T22:00:00Z'],
    ['America/New_York', '2026-11-25T09:00:00Z'],
  ])('bury it until the next study day begins in %s', async (timeZone, until) => {
    const { viewer, factId } = await aFact({ timeZone })
    await flagFacts(viewer, [flag(factId, 'bury')])
    expect(await flagsOf(viewer)).toMatchObject([{ buriedUntil: new Date(until) }])
  })

  it('are listed for who laid them, and a burial no longer than it lasts', async () => {
    const { viewer, deckId, factId } = await aFact()
    await flagFacts(viewer, [flag(factId, 'bury')])
    expect(await listFlaggedFacts(viewer, deckId, NOW)).toMatchObject([{ factId, buried: true, suspended: false }])
    expect(await listFlaggedFacts(viewer, deckId, new Date(NOW.getTime() + 86_400_000))).toEqual([])
  })

  it('are refused to a stranger of the deck, whose eyes they do not reach either', async () => {
    const { viewer, deckId, factId } = await aFact()
    const stranger = await aLearner()
    expect(await flagFacts(stranger, [flag(factId, 'star')])).toEqual(['no-such-fact'])
    expect(await flagsOf(stranger)).toEqual([])
    await flagFacts(viewer, [flag(factId, 'star')])
    expect(await flagFacts(stranger, [flag(factId, 'star', false)])).toEqual(['flagged'])
    expect(await flagsOf(viewer)).toMatchObject([{ starred: true }])
    expect(await listFlaggedFacts(stranger, deckId, NOW)).toEqual([])
  })

  it('show on the card', async () => {
    const { viewer, deckId } = await aFact()
    const [card] = (await nextCards(viewer, { deckId, limit: 1 }, NOW)).cards
    await flagFacts(viewer, [flag(card?.factId ?? '', 'star')])
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
