/** @module-tag engines */

import { expect, it } from 'vitest'
import { useDatabase, waitUntilBlocked } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz } from '@/test/known-quiz'
import type { DeckId, FactId } from '../../core/ids'
import { DEFAULT_PARAMETERS } from '../../core/memory/scheduling/parameters'
import { reviewMemory } from '../../core/memory/scheduling/scheduler'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { runIn } from '../../prepared-statements'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { saveMemories } from './memory-rows'

useDatabase()

type World = {
  readonly viewer: Viewer
  readonly deckId: DeckId
  readonly itemId: string
  readonly factId: FactId
  readonly kept: FactId
}
type Deed = (tx: Tx, world: World) => Promise<unknown>

/** A deck of two cards, of which the learner has met the first; the other is the only one on its fact. */
async function aWorld(): Promise<World> {
  const viewer = await aLearner()
  const facts = [/One is .*?\./, /Two is .*?\./]
  const rows = ['One', 'Two'].map((name, fact) => ({ type: 'flashcard', stem: name, key: [name], facts: [fact] }))
  const { deckId, factIds } = await aKnownQuiz(viewer, 'practice', { text: 'One is one. Two is two.', facts, rows })
  const [kept, factId] = factIds as [FactId, FactId]
  const { itemId } = await db().itemFact.findFirstOrThrow({ where: { factId } })
  await db().$transaction((tx) => save(tx, viewer, kept))
  return { viewer, deckId, itemId, factId, kept }
}

function save(tx: Tx, { learnerId }: Viewer, factId: FactId): Promise<void> {
  const memory = reviewMemory({ kind: 'new' }, 'good', NOW, DEFAULT_PARAMETERS, factId)
  return saveMemories(runIn(tx), learnerId, new Map([[factId, memory]]))
}

const reject: Deed = async (tx, { deckId, itemId }) => {
  await tx.deckChoice.create({ data: { deckId, itemId, choice: 'rejected', decidedAt: NOW } })
  await refreshDeckFacts(tx, { itemIds: [itemId] })
}
const accept: Deed = async (tx, { deckId, itemId }) => {
  await tx.deckChoice.deleteMany({ where: { deckId } })
  await refreshDeckFacts(tx, { itemIds: [itemId] })
}
const meet: Deed = (tx, { viewer, factId }) => save(tx, viewer, factId)
const forget: Deed = (tx, { viewer, kept }) =>
  saveMemories(runIn(tx), viewer.learnerId, new Map([[kept, { kind: 'new' }]]))

it.each<[string, readonly Deed[], Deed, Deed]>([
  ['an author rejects an item, a learner meets its fact', [], reject, meet],
  ['a learner meets a fact, its author rejects the item', [], meet, reject],
  ['an author lets an item in, a learner meets its fact', [reject], accept, meet],
  ['a learner meets a fact, its author lets the item in', [reject], meet, accept],
  ['an author rejects an item, a learner takes back another', [meet], reject, forget],
  ['a learner takes back what was met, an author rejects another', [meet], forget, reject],
])('what was met of a deck is counted right where at one moment %s', async (_, before, first, second) => {
  const world = await aWorld()
  for (const deed of before) await db().$transaction((tx) => deed(tx, world))
  let later: Promise<unknown> = Promise.resolve()
  await db().$transaction(async (tx) => {
    await first(tx, world)
    later = db().$transaction((laterTx) => second(laterTx, world))
    await waitUntilBlocked(tx, later)
  })
  await later
  const { learnerId } = world.viewer
  const progress = await db().deckProgress.findFirst({ where: { learnerId, deckId: world.deckId } })
  const cards = await db().deckFact.findMany({ where: { deckId: world.deckId, hasCard: true } })
  const factIds = cards.map(({ factId }) => factId)
  expect(progress?.met ?? 0).toBe(await db().memory.count({ where: { learnerId, factId: { in: factIds } } }))
})
