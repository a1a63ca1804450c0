import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aKnownDeck, NOT_FOUND, rejected } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import { refreshDecks } from '@/test/refresh-decks'
import { ItemId } from '../../core/ids'
import { EVERYTHING } from '../../core/item/filter-items'
import { db } from '../../db'
import { acceptAll, doubtsAgainstAll } from './accept-all'
import { chooseItems } from './accept-items'
import { countByDepth } from './deck-depth'
import { countStudyable } from './find-deck'
import { listItems } from './list-items'
import { needsCheck } from './needs-check'

useDatabase()

const UNASKED = { confirmed: false }

/** Three items that wait for a check, after one that its author rejected. */
async function toCheck() {
  const owner = await aLearner()
  const asked = ['one', 'two', 'three', 'four']
  const deck = await aKnownDeck(owner, {
    text: 'One is small. Two is more. Three is many. Four is most.',
    items: asked.map((key) => ({ type: 'short-answer' as const, stem: `What is ${key}?`, key: [key] })),
  })
  const { deckId, documentId } = deck
  const [first, ...others] = deck.itemIds.map((id) => ItemId.parse(id))
  if (!first) throw new Error('The deck has no items.')
  await db().item.updateMany({ where: { documentId }, data: { tier: 'B', doubts: [] } })
  await refreshDecks(documentId)
  await chooseItems(owner, deckId, [{ itemId: first, choice: rejected }], NOW)
  const statuses = async () => {
    const rows = await db().deckItem.findMany({ where: { deckId } })
    return deck.itemIds.map((id) => rows.find(({ itemId }) => itemId === id)?.status)
  }
  return { owner, deckId, others, statuses }
}

const WAITING = ['rejected', 'unreviewed', 'unreviewed', 'unreviewed']
const ACCEPTED = ['rejected', 'accepted', 'accepted', 'accepted']

describe('accepting all', () => {
  it('means the items of the list that it stands over and of the number that is announced: those at the depth of the deck', async () => {
    const { owner, deckId, others } = await toCheck()
    const [beyond, ...here] = others
    await db().item.update({ where: { id: String(beyond) }, data: { depth: 'everything' } })
    const asked = { filter: { ...EVERYTHING, show: 'to-check' as const }, page: 0, item: null }
    const listed = await listItems(owner, deckId, asked)
    expect(listed?.groups.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(here)
    expect(listed?.counts['to-check']).toBe(here.length)
    expect(await needsCheck(owner, deckId)).toMatchObject({ items: here.length })
    expect((await countStudyable(owner, deckId))?.unacceptedItems).toMatchObject({ items: here.length })
    const depths = await countByDepth(owner, deckId)
    expect(depths?.counts.balanced.toCheck).toBe(here.length)
    expect(depths?.counts.everything.toCheck).toBe(others.length)
    const outcome = await acceptAll(owner, deckId, { confirmed: true }, NOW)
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind)
    expect(outcome.previous.map(({ itemId }) => itemId).sort()).toEqual([...here].sort())
  })

  it('names each item, and is taken back whole', async () => {
    const { owner, deckId, others, statuses } = await toCheck()
    const outcome = await acceptAll(owner, deckId, { confirmed: true }, NOW)
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind)
    expect(new Set(outcome.previous.map(({ itemId }) => itemId))).toEqual(new Set(others))
    expect(await statuses()).toEqual(ACCEPTED)
    expect(await doubtsAgainstAll(owner, deckId)).toBeNull()
    await chooseItems(owner, deckId, outcome.previous, NOW)
    expect(await statuses()).toEqual(WAITING)
  })

  it('waits for a yes, and says what speaks against them', async () => {
    const { owner, deckId, others, statuses } = await toCheck()
    const doubts = [{ code: 'key-not-specific', values: { key: 'it' } }]
    await db().item.update({ where: { id: String(others[0]) }, data: { doubts } })
    await db().item.update({ where: { id: String(others[1]) }, data: { finder: 'pasted' } })
    const told = { items: 3, doubts: [{ code: 'key-not-specific', items: 1 }], others: { rules: 1, unread: 1 } }
    expect(await doubtsAgainstAll(owner, deckId)).toEqual(told)
    expect(await acceptAll(owner, deckId, UNASKED, NOW)).toEqual({ kind: 'unconfirmed', ...told })
    expect(await statuses()).toEqual(WAITING)
    expect(await acceptAll(owner, deckId, { confirmed: true }, NOW)).toMatchObject({ kind: 'accepted' })
    expect(await statuses()).toEqual(ACCEPTED)
  })

  it('accepts nothing of another person’s deck', async () => {
    const { deckId, statuses } = await toCheck()
    const outcome = await acceptAll(await aLearner(), deckId, { confirmed: true }, NOW)
    expect([{ kind: 'accepted', previous: [] }, NOT_FOUND]).toContainEqual(outcome)
    expect(await statuses()).toEqual(WAITING)
  })
})
