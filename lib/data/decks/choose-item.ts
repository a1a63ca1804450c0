import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, type ItemId, RevisionId } from '../../core/ids'
import { db, type Tx } from '../../db'
import { decksEditableBy } from './decks-visible-to'

/** What a deck's author decided about an item; null: nothing yet. A null revision is the engine's newest. */
export type DeckChoice = { readonly choice: 'accepted' | 'rejected'; readonly revisionId: RevisionId | null } | null

export type Chosen =
  | { readonly kind: 'chosen'; readonly previous: DeckChoice }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Accepts, rejects or takes a word back. Undo is the same deed with `previous`. */
export async function chooseItem(
  viewer: Viewer,
  deckId: DeckId,
  itemId: ItemId,
  choice: DeckChoice,
  now: Date,
): Promise<Chosen> {
  return db().$transaction(async (tx) => {
    const previous = await findChoice(tx, viewer, deckId, itemId)
    if (previous === undefined) return { kind: 'rejected', reason: 'not-found' }
    if (!choice) {
      await tx.deckChoice.deleteMany({ where: { deckId, itemId } })
      return { kind: 'chosen', previous }
    }
    if (choice.revisionId && !(await isRevisionOf(tx, viewer, deckId, itemId, choice.revisionId))) {
      return { kind: 'rejected', reason: 'not-found' }
    }
    const decision = { choice: choice.choice, revisionId: choice.revisionId, decidedAt: now }
    await tx.deckChoice.upsert({
      where: { deckId_itemId: { deckId, itemId } },
      create: { deckId, itemId, ...decision },
      update: decision,
    })
    return { kind: 'chosen', previous }
  })
}

/** `undefined` when the deck is not the viewer's or the item is not the deck's. */
export async function findChoice(
  tx: Tx,
  viewer: Viewer,
  deckId: DeckId,
  itemId: ItemId,
): Promise<DeckChoice | undefined> {
  const item = await tx.item.findFirst({
    where: { id: itemId, document: { decks: { some: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } } },
    include: { choices: { where: { deckId } } },
  })
  if (!item) return undefined
  const row = item.choices[0]
  if (!row) return null
  return { choice: row.choice, revisionId: row.revisionId ? RevisionId.parse(row.revisionId) : null }
}

async function isRevisionOf(tx: Tx, viewer: Viewer, deckId: DeckId, itemId: ItemId, id: RevisionId): Promise<boolean> {
  return (await tx.revision.count({ where: { id, itemId, ...revisionsOpenTo(viewer, deckId) } })) === 1
}

/** Another author's revision of the same item is not this deck's to show. */
export const revisionsOpenTo = (viewer: Viewer, deckId: DeckId) => ({
  OR: [{ authorId: null }, { authorId: viewer.learnerId }, { choices: { some: { deckId } } }],
})
