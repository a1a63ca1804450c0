import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import { type DeckId, ReviewId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { studiedDeckIds } from '../decks/deck-access'
import { recordReviews } from '../memories/record-reviews'
import { explainNothingToStudy } from '../study/nothing-to-study'
import { countDecks, listDecks } from './list-decks'
import { today } from './today'

useDatabase()

const MINUTE = 60_000
const ALL = { from: 0, size: 100 }

async function aDeckWithCards(owner: Viewer, count = 2) {
  const names = Array.from({ length: count }, (_, at) => `N${at}`)
  const text = names.map((name) => `${name} is here.`).join(' ')
  const facts = names.map((name) => new RegExp(`${name} is here\\.`))
  const rows = names.map((name, fact) => ({ type: 'flashcard', stem: `${name}?`, key: [name], facts: [fact] }))
  return aKnownQuiz(owner, 'practice', { text, facts, rows })
}

async function study(viewer: Viewer, { factIds }: Awaited<ReturnType<typeof aDeckWithCards>>, minutes: number) {
  const [at, factId] = [new Date(NOW.getTime() + minutes * MINUTE), factIds[0]]
  if (!factId) throw new Error('no fact')
  const id = ReviewId.parse(randomUUID())
  await recordReviews(viewer, [{ id, factId, itemId: null, revisionId: null, rating: 'easy', at, durationMs: 1 }], at)
}

async function ship({ deckId }: { deckId: string }) {
  await db().document.updateMany({ where: { decks: { some: { id: deckId } } }, data: { ownerId: null } })
  await db().deck.update({ where: { id: deckId }, data: { ownerId: null } })
}

/** One of each kind that there is: own, another's, assigned, shared and not shared any more, shipped, shipped and begun. */
async function aWorld() {
  const [viewer, author] = [await aLearner(), await aLearner()]
  const own = await aDeckWithCards(viewer)
  const foreign = await aDeckWithCards(author)
  const assigned = await aDeckWithCards(author)
  await anAssignment((await aClass(author, [viewer])).classId, assigned.deckId)
  const [shared, kept] = [await aDeckWithCards(author), await aDeckWithCards(author)]
  for (const { deckId } of [shared, kept]) {
    await db().deckReader.create({ data: { learnerId: viewer.learnerId, deckId } })
    if (deckId === shared.deckId) await db().deckShare.create({ data: { deckId, secret: randomUUID() } })
  }
  const [shipped, begun] = [await aDeckWithCards(author), await aDeckWithCards(author)]
  await ship(shipped)
  await ship(begun)
  await study(viewer, begun, 0)
  return { viewer, author, own, foreign, assigned, shared, kept, shipped, begun }
}

describe('the decks of a list', () => {
  it('are counted as they are listed', async () => {
    const { viewer, author } = await aWorld()
    for (const person of [viewer, author, null]) {
      const { decks } = await listDecks(person, ALL, NOW)
      expect(await countDecks(person, null)).toBe(decks.length)
    }
    expect(await countDecks(viewer, 'no such tag')).toBe(0)
  })

  it('are what ships with Bilim and, for who has signed in, their own, their class’s and what they opened by a link', async () => {
    const { viewer, author, ...decks } = await aWorld()
    const seenBy = async (who: Viewer | null) => {
      const ids = new Set((await listDecks(who, ALL, NOW)).decks.map(({ id }) => id))
      return Object.entries(decks).flatMap(([name, { deckId }]) => (ids.has(deckId) ? [name] : []))
    }
    expect(await seenBy(viewer)).toEqual(['own', 'assigned', 'shared', 'shipped', 'begun'])
    expect(await seenBy(author)).toEqual(['foreign', 'assigned', 'shared', 'kept', 'shipped', 'begun'])
    for (const stranger of [await aLearner(), null]) expect(await seenBy(stranger)).toEqual(['shipped', 'begun'])
  })

  it('are all studied together, but what ships with Bilim only once it was begun', async () => {
    const { viewer, own, assigned, shared, begun } = await aWorld()
    const studied = await db().$queryRaw<{ id: string }[]>`${studiedDeckIds(viewer)}`
    expect(studied.map(({ id }) => id).sort()).toEqual(
      [own, assigned, shared, begun].map(({ deckId }) => String(deckId)).sort(),
    )
  })

  it('come a page at a time: last studied first, then those not begun, of these what is shipped last', async () => {
    const { viewer, own, assigned, shipped, begun } = await aWorld()
    const mine = await aDeckWithCards(viewer)
    await study(viewer, mine, 5)
    const order = [mine, begun, assigned, own, shipped].map(({ deckId }) => deckId)
    const whole = (await listDecks(viewer, ALL, NOW)).decks.map(({ id }) => id)
    expect(whole.filter((id) => order.includes(id)).slice(0, 2)).toEqual(order.slice(0, 2))
    const place = (deckId: string) => whole.map(String).indexOf(deckId)
    for (const notShipped of [own, assigned]) expect(place(notShipped.deckId)).toBeLessThan(place(shipped.deckId))
    const first = await listDecks(viewer, { from: 0, size: 2 }, NOW)
    const second = await listDecks(viewer, { from: 2, size: 100 }, NOW)
    expect([...first.decks, ...second.decks].map(({ id }) => id)).toEqual(whole)
    expect([first.more, second.more]).toEqual([true, false])
  })

  it('say how much there is to do, without what is set aside', async () => {
    const viewer = await aLearner()
    const deck = await aDeckWithCards(viewer, 4)
    await study(viewer, deck, 0)
    const soon = new Date(NOW.getTime() + 30 * 24 * 60 * MINUTE)
    const lineOf = async () => (await listDecks(viewer, ALL, soon)).decks.find(({ id }) => id === deck.deckId)
    expect(await lineOf()).toMatchObject({ facts: 4, due: 1, new: 3, lastStudied: NOW, mastery: { each: 1 } })
    const aside = [0, 1].map((at) => ({ learnerId: viewer.learnerId, factId: deck.factIds[at] ?? '', suspended: true }))
    await db().factFlag.createMany({ data: aside })
    expect(await lineOf()).toMatchObject({ facts: 4, due: 0, new: 2 })
    expect(await today(viewer, soon)).toMatchObject({ toReview: 0, new: 2 })
  })

  it('have a patch for each fact, and for stretches of facts where there are very many', async () => {
    const viewer = await aLearner()
    const deck = await aDeckWithCards(viewer, 130)
    await study(viewer, deck, 0)
    const [line] = (await listDecks(viewer, { from: 0, size: 1 }, NOW)).decks
    expect(line).toMatchObject({ id: deck.deckId, facts: 130, mastery: { each: 2 } })
    expect(line?.mastery.patches).toHaveLength(65)
    expect(line?.mastery.patches.map(({ mastery }) => mastery).filter((mastery) => mastery > 0)).toEqual([1])
  })
})

describe('when there is nothing to do', () => {
  it('is told when the next fact falls due, of one deck or of all, and nothing of decks that are not the viewer’s', async () => {
    const { viewer, begun, own, foreign } = await aWorld()
    const next = (await db().memory.findFirstOrThrow({ where: { learnerId: viewer.learnerId } })).due
    expect(await explainNothingToStudy(viewer, null, NOW)).toMatchObject({ cards: 8, nextDue: next })
    expect(await explainNothingToStudy(viewer, begun.deckId, NOW)).toMatchObject({ cards: 2, nextDue: next })
    expect(await explainNothingToStudy(viewer, own.deckId, NOW)).toMatchObject({ cards: 2, nextDue: null })
    const nothing = { cards: 0, nextDue: null, holdsBackNew: false }
    for (const who of [viewer, null]) expect(await explainNothingToStudy(who, foreign.deckId, NOW)).toEqual(nothing)
  })

  it('is told that the day’s limit holds new facts back, and not when there are none', async () => {
    const { viewer, own } = await aWorld()
    const holdsBack = async (who: Viewer, deckId: DeckId) =>
      (await explainNothingToStudy(who, deckId, NOW)).holdsBackNew
    const full = { ...viewer, newPerDay: 0 }
    expect([await holdsBack(full, own.deckId), await holdsBack(viewer, own.deckId)]).toEqual([true, false])
    // One fact was met today, so one of the two may still follow.
    expect(await holdsBack({ ...viewer, newPerDay: 2 }, own.deckId)).toBe(false)
    const met = await aDeckWithCards(viewer, 1)
    await study(viewer, met, 0)
    expect(await holdsBack(full, met.deckId)).toBe(false)
  })
})
