import { randomUUID } from 'node:crypto'
import type { Generated } from '@/lib/core/generation/generated'
import { generate } from '@/lib/core/generation/rules/generate'
import { DeckId, DocumentId, FactId, ItemId, ReviewId, RevisionId } from '@/lib/core/ids'
import type { Item } from '@/lib/core/item/item'
import type { Viewer } from '@/lib/core/people/viewer'
import { listShownRevisions } from '@/lib/data/decks/shown-items'
import { documentData } from '@/lib/data/documents/document-row'
import { inOneTransaction, mergeGenerated } from '@/lib/data/documents/merge-generated'
import { regenerateDeck } from '@/lib/data/documents/regenerate-document'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { nextCards } from '@/lib/data/study/next-cards'
import { db } from '@/lib/db'
import { ofRules } from '@/test/an-item'
import { aLearner, NOW, TEXT } from '@/test/factories'
import { refreshDecks } from './refresh-decks'

export const OLDER_ENGINE = '0.0.1'

/** What the present engine makes of a text that is another one each time. */
function madeNow(text = `${TEXT}\nNote ${randomUUID()}.\n`): Generated {
  return generate({ title: 'The mountain lakes', text, format: 'txt' })
}

/** A deck of the learner's own as an older engine would have left it that had made something else of the same text. */
async function aDeckOfOlderEngine(owner: Viewer, made: Generated, otherwise: (made: Generated) => Generated) {
  const older = { ...otherwise(made), engine: OLDER_ENGINE }
  return db().$transaction(async (tx) => {
    const ownerId = owner.learnerId
    const data = { ownerId, createdAt: NOW, title: older.document.title, ...documentData(older, 'txt') }
    const { id } = await tx.document.create({ data })
    const deck = await tx.deck.create({
      data: { ownerId, documentId: id, title: older.document.title, createdAt: NOW },
    })
    await mergeGenerated({ id, ownerId }, older, inOneTransaction(tx))
    return { documentId: DocumentId.parse(id), deckId: DeckId.parse(deck.id) }
  })
}

/**
 * Makes the document as if an older engine had read it. What its author decided about or somebody remembers had other keys
 * and other words then; of the rest every third item was not made at all. Returns
 * how many were not.
 */
export async function makeOlder(documentId: string): Promise<number> {
  const where = { documentId }
  await db().document.update({ where: { id: documentId }, data: { engine: OLDER_ENGINE } })
  await db().fact.updateMany({ where, data: { engine: OLDER_ENGINE } })
  await db().item.updateMany({ where, data: { engine: OLDER_ENGINE } })
  const remembered = await db().fact.findMany({ where: { documentId, memories: { some: {} } } })
  for (const { id } of remembered)
    await db().fact.update({ where: { id }, data: { contentKey: `older-${id}`, kind: 'event' } })
  const decided = await db().item.findMany({
    where: { documentId, choices: { some: {} } },
    include: { revisions: { where: { authorId: null } } },
  })
  for (const { id, revisions } of decided) {
    await db().item.update({ where: { id }, data: { contentKey: `older-${id}` } })
    for (const revision of revisions)
      await db().revision.update({ where: { id: revision.id }, data: { stem: `Of old: ${revision.stem}` } })
  }
  const untouched = { choices: { none: {} }, facts: { none: { fact: { memories: { some: {} } } } } }
  const rest = await db().item.findMany({ where: { documentId, ...untouched }, orderBy: { position: 'asc' } })
  const missing = rest.filter((_, place) => place % 3 === 0).map(({ id }) => id)
  await db().item.deleteMany({ where: { id: { in: missing } } })
  await refreshDecks(documentId)
  await db().fact.deleteMany({ where: { documentId, items: { none: {} }, memories: { none: {} } } })
  return missing.length
}

export const clock = () => NOW

export const rejected = { choice: 'rejected' as const, revisionId: null }

type Change = { facts?: (made: Generated) => Generated['facts']; items?: (made: Generated) => readonly Item[] }

/** A deck of an older engine, whose facts and items were others where `change` says so. */
export async function anOlderDeck(change: Change = {}, owner?: Viewer) {
  const viewer = owner ?? (await aLearner())
  const made = madeNow()
  const older = {
    ...made,
    facts: change.facts?.(made) ?? made.facts,
    items: (change.items?.(made) ?? made.items).map(ofRules),
  }
  const deck = await aDeckOfOlderEngine(viewer, made, () => older)
  const rowOf = (contentKey: string) =>
    db().item.findFirstOrThrow({ where: { documentId: deck.documentId, contentKey } })
  const itemId = async (contentKey: string) => ItemId.parse((await rowOf(contentKey)).id)
  return { viewer, made, ...deck, itemId }
}

/** The first entry that matches. */
export function first<T>(all: readonly T[], matches: (entry: T) => boolean): T {
  const found = all.find(matches)
  if (!found) throw new Error('The engine made nothing of that kind of the text.')
  return found
}

export const isCard = ({ type }: Item) => type === 'flashcard'

export const worded = (item: Item): Item => ({ ...item, id: `older-${item.id}`, stem: `Say it: ${item.stem}` })

export async function regenerate(viewer: Viewer, deckId: DeckId) {
  const regenerated = await regenerateDeck(viewer, deckId, clock)
  if (regenerated.kind !== 'regenerated')
    throw new Error(`The deck was not regenerated: ${JSON.stringify(regenerated)}`)
  return regenerated
}

export async function study(viewer: Viewer, deckId: DeckId, factId?: string) {
  const { cards } = await nextCards(viewer, { deckId, limit: 100 }, NOW)
  const card = first(cards, (candidate) => factId === undefined || candidate.factId === factId)
  const { factId: id, itemId, revisionId } = card
  const review = { factId: FactId.parse(id), itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId) }
  const more = { id: ReviewId.parse(randomUUID()), rating: 'good' as const, at: NOW, durationMs: 1_000 }
  await recordReviews(viewer, [{ ...review, ...more }], NOW)
  return card
}

export const shownAs = async (viewer: Viewer, deckId: DeckId, itemId: string) =>
  (await listShownRevisions(viewer, deckId)).find((shown) => shown.itemId === itemId)

export const memoriesOf = ({ learnerId }: Viewer) => db().memory.findMany({ where: { learnerId } })

export const factRow = (id: string) => db().fact.findUnique({ where: { id } })
