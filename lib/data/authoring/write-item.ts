import 'server-only'
import type { CheckFinding } from '../../core/check/check-result'
import type { DeckId, ItemId, RevisionId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { write } from '../../core/question-types/registry'
import { db, type Tx } from '../../db'
import { chooseWithin, type DeckChoice, type ItemChoice, previousOf, saveChoices } from '../decks/accept-items'
import { decksEditableBy } from '../decks/deck-access'
import { revisionOf } from '../decks/item-revisions'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import {
  type Authored,
  type AuthoredItem,
  author,
  type EditedDocument,
  findEdited,
  insertAuthored,
  type NotWritten,
} from './authored-rows'

export type ItemWritten =
  | {
      readonly kind: 'written'
      readonly itemId: ItemId
      readonly revisionId: RevisionId
      readonly findings: readonly CheckFinding[]
    }
  | NotWritten

/**
 * A new item of the author's own, accepted in the deck. It asks the fact that its proof states, so that memories are shared with
 * other items on it; without a proof, a fact of its own. To undo, call `removeItems`. With `anyway` the author overrules the checks.
 * `refusalId`: of the refused draft that the author put right, which is not offered again.
 */
export async function writeItem(
  viewer: Viewer,
  deckId: DeckId,
  written: AuthoredItem,
  { anyway, refusalId = null }: { readonly anyway: boolean; readonly refusalId?: string | null },
  now: Date,
): Promise<ItemWritten> {
  return db().$transaction(async (tx): Promise<ItemWritten> => {
    const document = await findEdited(tx, viewer, deckId)
    if (!document) return { kind: 'rejected', reason: 'not-found' }
    const made = await author(tx, document, written, { anyway, instead: [] })
    if ('kind' in made) return made
    const { itemId, revisionId } = await insertAuthored(tx, viewer, document, made, now)
    await saveChoices(tx, deckId, new Map([[itemId, { choice: 'accepted', revisionId }]]), now)
    if (refusalId) await forgetRefusal(tx, document.id, refusalId)
    return { kind: 'written', itemId, revisionId, findings: made.findings }
  })
}

/** With what others were refused for the same question. */
async function forgetRefusal(tx: Tx, documentId: string, id: string): Promise<void> {
  const refusal = await tx.refusal.findFirst({ where: { id, documentId }, select: { stem: true } })
  if (refusal) await tx.refusal.deleteMany({ where: { documentId, stem: refusal.stem } })
}

export type Removed =
  /** `kept` were studied or asked in the meantime: they are rejected instead, and their history stays. */
  | { readonly kind: 'removed'; readonly removed: number; readonly kept: number }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Takes items of the viewer's own deck away that the rules did not make: the undo of what added them. */
export async function removeItems(
  viewer: Viewer,
  deckId: DeckId,
  itemIds: readonly ItemId[],
  now: Date,
): Promise<Removed> {
  return db().$transaction(async (tx): Promise<Removed> => {
    const ids = await lockRemovable(tx, viewer, deckId, itemIds)
    return ids.length === 0 ? NOT_FOUND : removeUnused(tx, deckId, ids, now)
  })
}

/**
 * The undo of `replaceItems`: what was replaced is as it was decided before, and what replaced it is gone, as by `removeItems`.
 * Nothing changes where that was undone or rejected already: what was decided since stays.
 */
export async function undoReplacement(
  viewer: Viewer,
  deckId: DeckId,
  { itemIds, previous }: Pick<Extract<ItemsReplaced, { kind: 'replaced' }>, 'itemIds' | 'previous'>,
  now: Date,
): Promise<Removed> {
  return db().$transaction(async (tx): Promise<Removed> => {
    const ids = await lockRemovable(tx, viewer, deckId, itemIds)
    const rejected = await tx.deckChoice.count({ where: { deckId, itemId: { in: ids }, choice: 'rejected' } })
    if (rejected === ids.length) return NOT_FOUND
    const chosen = await chooseWithin(tx, viewer, deckId, previous, now)
    return chosen.kind === 'rejected' ? chosen : removeUnused(tx, deckId, ids, now)
  })
}

/** Those of the items that are there and that the rules did not make. A rating or a choice that is being saved waits for what follows. */
async function lockRemovable(tx: Tx, viewer: Viewer, deckId: DeckId, itemIds: readonly ItemId[]): Promise<string[]> {
  const deck = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const items = await tx.item.findMany({
    where: { id: { in: [...itemIds] }, finder: { not: 'rules' }, document: { decks: { some: deck } } },
    select: { id: true },
  })
  const ids = items.map(({ id }) => id)
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Item" WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return locked.map(({ id }) => id)
}

async function removeUnused(tx: Tx, deckId: DeckId, ids: readonly string[], now: Date): Promise<Removed> {
  const used = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.id FROM "Item" i WHERE i.id = ANY (${[...ids]}::uuid[]) AND (
      EXISTS (SELECT 1 FROM "Review" r JOIN "ItemFact" l ON l."factId" = r."factId" WHERE l."itemId" = i.id AND r."itemId" = i.id)
      OR EXISTS (SELECT 1 FROM "QuizQuestion" q JOIN "Revision" r ON r.id = q."revisionId" WHERE r."itemId" = i.id)
      OR EXISTS (SELECT 1 FROM "DeckChoice" c WHERE c."itemId" = i.id AND c."deckId" <> ${deckId}::uuid))`
  const kept = new Set(used.map(({ id }) => id))
  const removed = ids.filter((id) => !kept.has(id))
  if (kept.size > 0) await saveChoices(tx, deckId, new Map([...kept].map((id) => [id, REJECTED])), now)
  const links = await tx.itemFact.findMany({ where: { itemId: { in: removed } }, select: { factId: true } })
  const factIds = [...new Set(links.map(({ factId }) => factId))]
  await tx.item.deleteMany({ where: { id: { in: removed } } })
  await refreshDeckFacts(tx, { factIds })
  await tx.fact.deleteMany({
    where: { id: { in: factIds }, items: { none: {} }, memories: { none: {} }, reviews: { none: {} } },
  })
  return { kind: 'removed', removed: removed.length, kept: kept.size }
}

export type ItemsReplaced =
  /** `previous` is what was decided about those that were replaced. To undo, call `undoReplacement`. */
  | {
      readonly kind: 'replaced'
      readonly itemIds: readonly ItemId[]
      readonly previous: readonly ItemChoice[]
      readonly findings: readonly CheckFinding[]
    }
  | NotWritten

/**
 * Writes items in the place of others, which are out of the list and stay for undo and history: the author merges two, splits one, or
 * changes a type. The new ones ask the facts of the old ones, so that memories stay.
 */
export async function replaceItems(
  viewer: Viewer,
  deckId: DeckId,
  replaced: readonly ItemId[],
  written: readonly AuthoredItem[],
  { anyway }: { readonly anyway: boolean },
  now: Date,
): Promise<ItemsReplaced> {
  return db().$transaction(async (tx): Promise<ItemsReplaced> => {
    const document = await findEdited(tx, viewer, deckId)
    const old = document ? await findReplaced(tx, deckId, document, replaced) : []
    if (!document || old.length === 0 || old.length < new Set(replaced).size) return NOT_FOUND
    const made = await authorAll(tx, document, written, { anyway, instead: replaced })
    if ('kind' in made) return made
    const factIds = [...new Set(old.flatMap(({ facts }) => facts.map(({ factId }) => factId)))]
    const answers = await answersWithFacts(tx, deckId, old)
    // Of an item that is split each part takes its own fact, where there is one for each.
    const ofPart = (at: number, { item }: Authored) =>
      made.length > 1 && factIds.length === made.length
        ? factIds.slice(at, at + 1)
        : inOrderOf(write(item).key, answers, factIds)
    const inserted: { readonly itemId: ItemId; readonly revisionId: RevisionId }[] = []
    for (const [at, part] of made.entries())
      inserted.push(await insertAuthored(tx, viewer, document, { item: part.item, factIds: ofPart(at, part) }, now))
    await saveChoices(
      tx,
      deckId,
      new Map<string, DeckChoice>([
        ...old.map(({ id }) => [id, REJECTED] as const),
        ...inserted.map(({ itemId, revisionId }) => [itemId, { choice: 'accepted', revisionId }] as const),
      ]),
      now,
    )
    const itemIds = inserted.map(({ itemId }) => itemId)
    const [replacedById = null] = itemIds
    await tx.deckChoice.updateMany({ where: { deckId, itemId: { in: [...replaced] } }, data: { replacedById } })
    const findings = made.flatMap((part) => part.findings)
    return { kind: 'replaced', itemIds, previous: old.map(previousOf), findings }
  })
}

const REJECTED: DeckChoice = { choice: 'rejected', revisionId: null }

function findReplaced(tx: Tx, deckId: DeckId, { id: documentId }: EditedDocument, ids: readonly ItemId[]) {
  return tx.item.findMany({
    where: { id: { in: [...ids] }, documentId },
    orderBy: { position: 'asc' },
    select: { id: true, choices: { where: { deckId } }, facts: { orderBy: { slot: 'asc' }, select: { factId: true } } },
  })
}

/** What the old items answer, and the fact that each answer is about. */
async function answersWithFacts(
  tx: Tx,
  deckId: DeckId,
  old: Awaited<ReturnType<typeof findReplaced>>,
): Promise<ReadonlyMap<string, string>> {
  const where = { deckId, itemId: { in: old.map(({ id }) => id) } }
  const rows = await tx.deckItem.findMany({ where, select: { itemId: true, revision: true } })
  return new Map(
    rows.flatMap(({ itemId, revision }) => {
      const facts = old.find(({ id }) => id === itemId)?.facts ?? []
      const key = revision ? write(revisionOf(revision)).key : []
      return key.flatMap((entry, at) => (facts[at] ? [[entry, facts[at].factId] as const] : []))
    }),
  )
}

/**
 * Each answer is credited to the fact at its place: the one that it was about, or, where its words are new, the next that no answer
 * names. What is left stands after them.
 */
function inOrderOf(
  key: readonly string[],
  answers: ReadonlyMap<string, string>,
  factIds: readonly string[],
): readonly string[] {
  const named = key.map((entry) => answers.get(entry))
  const unnamed = factIds.filter((id) => !named.includes(id))
  const placed = named.flatMap((id) => id ?? unnamed.shift() ?? [])
  return [...new Set([...placed, ...unnamed])]
}

/** All of them, or what is wrong with the first that cannot be saved. */
async function authorAll(
  tx: Tx,
  document: EditedDocument,
  written: readonly AuthoredItem[],
  options: { readonly anyway: boolean; readonly instead: readonly ItemId[] },
): Promise<readonly Authored[] | NotWritten> {
  const made: Authored[] = []
  for (const item of written) {
    const outcome = await author(tx, document, item, options)
    if ('kind' in outcome) return outcome
    made.push(outcome)
  }
  return made
}

const NOT_FOUND = { kind: 'rejected', reason: 'not-found' } as const
