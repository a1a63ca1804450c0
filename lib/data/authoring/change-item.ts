import 'server-only'
import type { CheckFinding } from '../../core/check/check-result'
import type { DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { findChoice, type ItemChoice, saveChoices } from '../decks/accept-items'
import { nextRevision } from '../decks/edit-item'
import { type AuthoredItem, author, findEdited, type NotWritten } from './authored-rows'
import { replaceItems } from './write-item'

export type ItemChanged =
  /**
   * To undo, call `chooseItems` with `previous`. Where the type changed, `itemId` is another item, in `added`: then call
   * `undoReplacement`.
   */
  | {
      readonly kind: 'changed'
      readonly itemId: ItemId
      readonly added: readonly ItemId[]
      readonly previous: readonly ItemChoice[]
      readonly findings: readonly CheckFinding[]
    }
  | NotWritten

/**
 * Another type, other words or another proof of an item, accepted in the deck. The same type is a new revision, and attempts keep
 * the one they showed. Another type is another item on the same facts, and the old one is replaced: quizzes and cards choose items
 * by their type.
 */
export async function changeItem(
  viewer: Viewer,
  deckId: DeckId,
  itemId: ItemId,
  written: AuthoredItem,
  { anyway }: { readonly anyway: boolean },
  now: Date,
): Promise<ItemChanged> {
  const shown = await db().deckItem.findFirst({
    where: { deckId, itemId, deck: { ownerId: viewer.learnerId } },
    select: { item: { select: { type: true } } },
  })
  if (!shown) return { kind: 'rejected', reason: 'not-found' }
  if (shown.item.type !== written.type) {
    const replaced = await replaceItems(viewer, deckId, [itemId], [written], { anyway }, now)
    if (replaced.kind === 'rejected') return replaced
    const { itemIds, previous, findings } = replaced
    const [id = itemId] = itemIds
    return { kind: 'changed', itemId: id, added: itemIds, previous, findings }
  }
  return db().$transaction(async (tx): Promise<ItemChanged> => {
    const document = await findEdited(tx, viewer, deckId)
    const previous = await findChoice(tx, viewer, deckId, itemId)
    if (!document || previous === undefined) return { kind: 'rejected', reason: 'not-found' }
    const made = await author(tx, document, written, { anyway, instead: [itemId] })
    if ('kind' in made) return made
    const revisionId = await nextRevision(tx, viewer, { itemId, item: made.item }, now)
    await saveChoices(tx, deckId, new Map([[itemId, { choice: 'accepted', revisionId }]]), now)
    return { kind: 'changed', itemId, added: [], previous: [{ itemId, choice: previous }], findings: made.findings }
  })
}
