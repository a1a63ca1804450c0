/** @module-tag long */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW } from '@/test/factories'
import { aKnownQuiz, type Row } from '@/test/known-quiz'
import { refreshDecks } from '@/test/refresh-decks'
import { type DeckId, type FactId, ItemId, ReviewId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, withConnection } from '../../db'
import { chooseItem } from '../decks/accept-items'
import { editItem } from '../decks/edit-item'
import { listDeckFacts } from '../decks/list-deck-facts'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { memoriesByFact } from '../memories/memory-rows'
import { recordReviews } from '../memories/record-reviews'

useDatabase()

const TEXT = 'One is one. Two is two. Three is three. Four is four.'
const NAMES = ['One', 'Two', 'Three', 'Four']
const TYPES = ['flashcard', 'cloze', 'choice', 'true-false']
const KEYS = ['One', 'Two', 'Three', 'True']
const STEMS = ['Which of these is it?', 'What is it?', 'Which statement holds?', 'It is _____.']
/** Each fact alone, and two facts together; of types that turn as cards and types that do not. */
const ROWS: readonly Row[] = [
  ...KEYS.map((key, fact) => ({ type: TYPES[fact] ?? '', stem: STEMS[fact] ?? '', key: [key], facts: [fact] })),
  { type: 'choice', stem: 'Which of the following is it?', key: ['One'], facts: [0] },
  { type: 'short-answer', stem: 'Which two are they?', key: ['One', 'Four'], facts: [0, 3] },
]
const DAYS = 86_400_000

type World = { readonly viewer: Viewer; readonly deckId: DeckId; readonly factIds: readonly FactId[]; now: Date }
type Deed = (world: World, at: number, turn: number) => Promise<unknown>

const DEEDS: Readonly<Record<string, Deed>> = {
  rate: async ({ viewer, factIds, now }, at, turn) => {
    const factId = factIds[at % factIds.length] as FactId
    const rating = turn % 2 === 0 ? 'good' : 'again'
    const review = { id: ReviewId.parse(randomUUID()), factId, itemId: null, revisionId: null, durationMs: 1 } as const
    // Some arrive late, and are replayed in their place.
    await recordReviews(viewer, [{ ...review, rating, at: new Date(now.getTime() - turn * DAYS) }], now)
  },
  undo: async ({ viewer, now }, at) => {
    const all = await db().review.findMany({ where: { learnerId: viewer.learnerId }, orderBy: { id: 'asc' } })
    const reversesId = ReviewId.safeParse(all[at % (all.length || 1)]?.id).data
    if (reversesId) await recordReviews(viewer, [{ id: ReviewId.parse(randomUUID()), reversesId, at: now }], now)
  },
  choose: async ({ viewer, deckId, now }, at, turn) => {
    const choice = [null, 'accepted', 'rejected'] as const
    const made = choice[turn % 3] ?? null
    await chooseItem(viewer, deckId, await itemAt(deckId, at), made && { choice: made, revisionId: null }, now)
  },
  edit: async ({ viewer, deckId, now }, at, turn) => {
    const edit = { stem: STEMS[turn % STEMS.length] ?? '', key: ['One'], wrong: ['Two', 'Three'] }
    await editItem(viewer, deckId, await itemAt(deckId, at), edit, { anyway: true }, now)
  },
  judge: async ({ deckId }, at, turn) => {
    const data = { tier: turn % 2 === 0 ? 'A' : 'B', retired: turn % 3 === 0 }
    await db().item.update({ where: { id: await itemAt(deckId, at) }, data })
    await refreshDecks()
  },
  unlink: async ({ deckId }, at) => {
    await db().itemFact.deleteMany({ where: { itemId: await itemAt(deckId, at) } })
    await refreshDecks()
  },
  copy: async ({ viewer, deckId }) => {
    const { documentId } = await db().deck.findUniqueOrThrow({ where: { id: deckId } })
    await db().deck.create({ data: { ownerId: viewer.learnerId, documentId, title: 'Copy' } })
    await refreshDecks()
  },
  // As when a document is generated again: what somebody has studied is never deleted.
  lose: async ({ factIds }, at) => {
    const unstudied = { memories: { none: {} }, reviews: { none: {} } }
    const factId = factIds[at % factIds.length] ?? ''
    await db().$transaction(async (tx) => {
      await tx.itemFact.deleteMany({ where: { factId, fact: unstudied } })
      await refreshDeckFacts(tx, { factIds: [factId] })
      await tx.fact.deleteMany({ where: { id: factId, ...unstudied } })
    })
  },
  move: async ({ deckId }) => {
    const { documentId } = await db().deck.findUniqueOrThrow({ where: { id: deckId } })
    const { id: _, ownerId, ...kept } = await db().document.findUniqueOrThrow({ where: { id: documentId } })
    const data = { ...kept, ownerId, hash: randomUUID(), blocks: [], refused: {} }
    const { id } = await db().document.create({ data })
    const [where, to] = [{ documentId }, { documentId: id }]
    await db().fact.updateMany({ where, data: to })
    await db().item.updateMany({ where, data: to })
    await db().deck.updateMany({ where, data: to })
  },
}

async function itemAt(deckId: DeckId, at: number) {
  const where = { document: { decks: { some: { id: deckId } } } }
  const items = await db().item.findMany({ where, orderBy: { position: 'asc' }, select: { id: true } })
  return ItemId.parse(items[at % items.length]?.id)
}

async function kept({ viewer, deckId }: World) {
  const { documentId } = await db().deck.findUniqueOrThrow({ where: { id: deckId } })
  const decks = await db().deck.findMany({ where: { documentId }, include: { asked: true, progress: true } })
  return decks.map(({ id, facts, cards, asked, progress }) => ({
    id,
    facts,
    cards,
    asked: Object.fromEntries(asked.map(({ factId, hasCard }) => [factId, hasCard])),
    progress: progress
      .filter(({ learnerId }) => learnerId === viewer.learnerId)
      .map(({ met, lastStudied }) => ({ met, lastStudied })),
  }))
}

async function counted({ viewer, deckId }: World) {
  const { documentId } = await db().deck.findUniqueOrThrow({ where: { id: deckId } })
  const decks = await db().deck.findMany({ where: { documentId } })
  return Promise.all(decks.map(async ({ id }) => ({ id, ...(await countedDeck(viewer, id as DeckId)) })))
}

async function countedDeck(viewer: Viewer, deckId: DeckId) {
  const facts = await listDeckFacts(viewer, deckId)
  const ids = facts.map(({ id }) => id)
  const memories = await memoriesByFact(viewer, ids)
  const cards = facts.filter(({ cardIds }) => cardIds.length > 0)
  const times = [...memories.values()].flatMap((memory) => (memory.kind === 'new' ? [] : [memory.lastReview.getTime()]))
  return {
    facts: facts.length,
    cards: cards.length,
    asked: Object.fromEntries(facts.map(({ id, cardIds }) => [id, cardIds.length > 0])),
    progress:
      times.length === 0
        ? []
        : [{ met: cards.filter(({ id }) => memories.has(id)).length, lastStudied: new Date(Math.max(...times)) }],
  }
}

const strayMemories = () =>
  withConnection(({ query }) =>
    query(`SELECT 1 FROM "Memory" m JOIN "Fact" f ON f.id = m."factId" WHERE f."documentId" <> m."documentId"`),
  )

describe('what the database keeps of decks and progress', () => {
  it('equals a full count, whatever is done in whatever order', async () => {
    const deed = fc.record({
      name: fc.constantFrom(...Object.keys(DEEDS)),
      at: fc.nat(5),
      turn: fc.nat(11),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds) => {
        const viewer = await aLearner()
        const facts = NAMES.map((name) => new RegExp(`${name} is .*?\\.`))
        const world: World = {
          viewer,
          ...(await aKnownQuiz(viewer, 'practice', { text: TEXT, facts, rows: ROWS })),
          now: NOW,
        }
        for (const { name, at, turn } of deeds) {
          world.now = new Date(world.now.getTime() + turn * DAYS)
          await DEEDS[name]?.(world, at, turn)
          expect(await kept(world), name).toEqual(await counted(world))
        }
        expect(await strayMemories()).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})
