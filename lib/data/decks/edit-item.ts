import 'server-only'
import { checkItem } from '../../core/check/check-item'
import type { CheckFinding } from '../../core/check/check-result'
import { type Block, CARDS_FORMAT } from '../../core/document/document'
import { type DeckId, type ItemId, RevisionId } from '../../core/ids'
import { type Item, writeItem } from '../../core/item/item'
import { reword } from '../../core/item/reword'
import type { Viewer } from '../../core/people/viewer'
import type { Edit, EditFault } from '../../core/question-types/question-type'
import { db, type Tx } from '../../db'
import { type DeckChoice, findChoice, saveChoices } from './accept-items'
import { decksEditableBy } from './deck-access'
import { itemOf, revisionData, revisionOf } from './item-revisions'

export type Edited =
  | {
      readonly kind: 'edited'
      readonly revisionId: RevisionId
      readonly previous: DeckChoice
      readonly findings: readonly CheckFinding[]
    }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** What the checks found; saved only when asked to in spite of it. */
  | { readonly kind: 'rejected'; readonly reason: 'checks'; readonly findings: readonly CheckFinding[] }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

/**
 * Saves an author's words as a new revision, and accepts it. Attempts keep the revision they showed.
 * With `anyway` the author overrules the checks; an item that cannot be asked is never saved.
 */
export async function editItem(
  viewer: Viewer,
  deckId: DeckId,
  itemId: ItemId,
  edit: Edit,
  { anyway }: { anyway: boolean },
  now: Date,
): Promise<Edited> {
  return db().$transaction(async (tx) => {
    const previous = await findChoice(tx, viewer, deckId, itemId)
    if (previous === undefined) return { kind: 'rejected', reason: 'not-found' }
    const row = await tx.item.findUniqueOrThrow({
      where: { id: itemId, document: { decks: { some: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } } },
      include: {
        inDecks: { where: { deckId }, select: { revision: true } },
        facts: { orderBy: { slot: 'asc' } },
        document: true,
      },
    })
    const current = row.inDecks[0]?.revision
    if (!current) return { kind: 'rejected', reason: 'not-found' }
    const asked = row.facts.map(({ factId }) => factId)
    const reworded = reword(itemOf(row, revisionOf(current), asked), edit)
    if (reworded.kind === 'rejected') return reworded
    const { item } = reworded
    const findings = judgeItem(item, row.document)
    if (findings.length > 0 && !anyway) return { kind: 'rejected', reason: 'checks', findings }
    const revisionId = await nextRevision(tx, viewer, { itemId, item }, now)
    await saveChoices(tx, deckId, new Map([[itemId, { choice: 'accepted', revisionId }]]), now)
    return { kind: 'edited', revisionId, previous, findings }
  })
}

/** An author's words as the newest revision of an item. */
export async function nextRevision(
  tx: Tx,
  viewer: Viewer,
  { itemId, item }: { readonly itemId: ItemId; readonly item: Item },
  now: Date,
): Promise<RevisionId> {
  const newest = await tx.revision.aggregate({ where: { itemId }, _max: { number: true } })
  const number = (newest._max.number ?? 0) + 1
  const data = { itemId, number, authorId: viewer.learnerId, createdAt: now, ...revisionData(item) }
  const { id } = await tx.revision.create({ data, select: { id: true } })
  return RevisionId.parse(id)
}

type JudgedBy = { readonly text: string; readonly title: string; readonly blocks: unknown; readonly format: string }

/** What the checks find in an author's item. A card of a deck without a document is proved by nothing. */
export function judgeItem(item: Item, { text, title, blocks, format }: JudgedBy): readonly CheckFinding[] {
  if (format === CARDS_FORMAT) return []
  const headings = (blocks as Block[]).filter(({ kind }) => kind === 'heading').map(({ span }) => span)
  const texts = headings.map(({ start, end }) => text.slice(start, end))
  return checkItem(writeItem(item), { text, title, headings: texts, stems: [] })
}
