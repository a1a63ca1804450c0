import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, ItemId, RevisionId } from '../../core/ids'
import { db, type Tx } from '../../db'
import { type DeckChoice, revisionsOpenTo } from './choose-item'
import { decksEditableBy } from './decks-visible-to'

export type ItemChoice = { readonly itemId: ItemId; readonly choice: DeckChoice }

export type ChosenMany =
  | { readonly kind: 'chosen'; readonly previous: readonly ItemChoice[] }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Many decisions as one: all of them or none. Undo is the same deed with `previous`. */
export async function chooseItems(
  viewer: Viewer,
  deckId: DeckId,
  choices: readonly ItemChoice[],
  now: Date,
): Promise<ChosenMany> {
  const byItem = new Map(choices.map((one) => [one.itemId, one.choice]))
  const itemIds = [...byItem.keys()]
  return db().$transaction(async (tx) => {
    const items = await tx.item.findMany({
      where: { id: { in: itemIds }, document: { decks: { some: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } } },
      select: { id: true, choices: { where: { deckId } } },
    })
    if (items.length < byItem.size || !(await ownRevisions(tx, viewer, deckId, byItem))) {
      return { kind: 'rejected', reason: 'not-found' }
    }
    await save(tx, deckId, byItem, now)
    return { kind: 'chosen', previous: items.map(previousOf) }
  })
}

type Row = { id: string; choices: readonly { choice: 'accepted' | 'rejected'; revisionId: string | null }[] }

function previousOf({ id, choices: [row] }: Row): ItemChoice {
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

/** In two statements, however many they are. */
async function save(tx: Tx, deckId: DeckId, byItem: ReadonlyMap<string, DeckChoice>, now: Date): Promise<void> {
  const all = [...byItem]
  const undecided = all.flatMap(([itemId, choice]) => (choice ? [] : [itemId]))
  const decided = all.flatMap(([itemId, choice]) => (choice ? [{ deckId, itemId, ...choice, decidedAt: now }] : []))
  await tx.deckChoice.deleteMany({ where: { deckId, itemId: { in: undecided } } })
  await tx.$executeRaw`
    INSERT INTO "DeckChoice" ("deckId", "itemId", choice, "revisionId", "decidedAt")
    SELECT "deckId", "itemId", choice, "revisionId", "decidedAt"
    FROM jsonb_populate_recordset(NULL::"DeckChoice", ${JSON.stringify(decided)}::jsonb)
    ON CONFLICT ("deckId", "itemId") DO UPDATE
    SET choice = EXCLUDED.choice, "revisionId" = EXCLUDED."revisionId", "decidedAt" = EXCLUDED."decidedAt"`
}
