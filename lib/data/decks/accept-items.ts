import 'server-only'
import { type DeckId, ItemId, RevisionId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { decksEditableBy } from './deck-access'
import { refreshDeckFacts } from './refresh-deck-facts'

/** What a deck's author decided about an item; null: nothing yet. A null revision is the engine's newest. */
export type DeckChoice = { readonly choice: 'accepted' | 'rejected'; readonly revisionId: RevisionId | null } | null

export type Chosen =
  | { readonly kind: 'chosen'; readonly previous: DeckChoice }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Accepts or rejects an item, or withdraws the decision. To undo, call it with `previous`. */
export async function chooseItem(
  viewer: Viewer,
  deckId: DeckId,
  itemId: ItemId,
  choice: DeckChoice,
  now: Date,
): Promise<Chosen> {
  const chosen = await chooseItems(viewer, deckId, [{ itemId, choice }], now)
  return chosen.kind === 'rejected' ? chosen : { kind: 'chosen', previous: chosen.previous[0]?.choice ?? null }
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

/** Revisions that this deck may show: the engine's, the viewer's own, and those it shows already. */
const revisionsOpenTo = (viewer: Viewer, deckId: DeckId) => ({
  OR: [{ authorId: null }, { authorId: viewer.learnerId }, { choices: { some: { deckId } } }],
})

export type ItemChoice = { readonly itemId: ItemId; readonly choice: DeckChoice }

export type ChosenMany =
  | { readonly kind: 'chosen'; readonly previous: readonly ItemChoice[] }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Many decisions as one: all of them or none. To undo, call it with `previous`. */
export async function chooseItems(
  viewer: Viewer,
  deckId: DeckId,
  choices: readonly ItemChoice[],
  now: Date,
): Promise<ChosenMany> {
  return db().$transaction((tx) => chooseWithin(tx, viewer, deckId, choices, now))
}

/** The same as a part of a larger step. */
export async function chooseWithin(
  tx: Tx,
  viewer: Viewer,
  deckId: DeckId,
  choices: readonly ItemChoice[],
  now: Date,
): Promise<ChosenMany> {
  const byItem = new Map(choices.map(({ itemId, choice }) => [itemId, choice]))
  const itemIds = [...byItem.keys()]
  const items = await tx.item.findMany({
    where: { id: { in: itemIds }, document: { decks: { some: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } } },
    select: { id: true, choices: { where: { deckId } } },
  })
  if (items.length < byItem.size || !(await ownRevisions(tx, viewer, deckId, byItem))) {
    return { kind: 'rejected', reason: 'not-found' }
  }
  await saveChoices(tx, deckId, byItem, now)
  return { kind: 'chosen', previous: items.map(previousOf) }
}

type ChoiceRow = { id: string; choices: readonly { choice: 'accepted' | 'rejected'; revisionId: string | null }[] }

/** What undo goes back to. */
export function previousOf({ id, choices: [row] }: ChoiceRow): ItemChoice {
  const revisionId = row?.revisionId ? RevisionId.parse(row.revisionId) : null
  return { itemId: ItemId.parse(id), choice: row ? { choice: row.choice, revisionId } : null }
}

/** Each revision is of its item, and one that this deck may show. */
async function ownRevisions(tx: Tx, viewer: Viewer, deckId: DeckId, byItem: ReadonlyMap<string, DeckChoice>) {
  const named = [...byItem].flatMap(([itemId, choice]) => (choice?.revisionId ? [[itemId, choice.revisionId]] : []))
  const rows = await tx.revision.findMany({
    where: { id: { in: named.map(([, id]) => String(id)) }, ...revisionsOpenTo(viewer, deckId) },
    select: { id: true, itemId: true },
  })
  const itemOf = new Map(rows.map(({ id, itemId }) => [id, itemId]))
  return named.every(([itemId, id]) => itemOf.get(String(id)) === itemId)
}

/** In few statements, however many they are, with what decks then ask. */
export async function saveChoices(
  tx: Tx,
  deckId: DeckId,
  byItem: ReadonlyMap<string, DeckChoice>,
  now: Date,
): Promise<void> {
  const all = [...byItem]
  const undecided = all.flatMap(([itemId, choice]) => (choice ? [] : [itemId]))
  const decided = all.flatMap(([itemId, choice]) => (choice ? [{ deckId, itemId, ...choice, decidedAt: now }] : []))
  if (undecided.length > 0) await tx.deckChoice.deleteMany({ where: { deckId, itemId: { in: undecided } } })
  if (decided.length > 0)
    await tx.$executeRaw`
    INSERT INTO "DeckChoice" ("deckId", "itemId", choice, "revisionId", "decidedAt")
    SELECT "deckId", "itemId", choice, "revisionId", "decidedAt"
    FROM jsonb_populate_recordset(NULL::"DeckChoice", ${JSON.stringify(decided)}::jsonb)
    ON CONFLICT ("deckId", "itemId") DO UPDATE
    SET choice = EXCLUDED.choice, "revisionId" = EXCLUDED."revisionId", "decidedAt" = EXCLUDED."decidedAt",
      "replacedById" = NULL`
  await refreshDeckFacts(tx, { itemIds: [...byItem.keys()] })
}
