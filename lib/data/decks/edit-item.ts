import 'server-only'
import { checkItem } from '../../core/check/check-item'
import type { CheckFinding } from '../../core/check/check-result'
import type { Block } from '../../core/document/document'
import { type DeckId, type ItemId, RevisionId } from '../../core/ids'
import { writeItem } from '../../core/item/item'
import { reword } from '../../core/item/reword'
import type { Viewer } from '../../core/people/viewer'
import type { Edit, EditFault } from '../../core/question-types/question-type'
import { db } from '../../db'
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
        revisions: { select: { number: true } },
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
    const findings = checkItem(writeItem(item), contextOf(row.document))
    if (findings.length > 0 && !anyway) return { kind: 'rejected', reason: 'checks', findings }
    const number = Math.max(...row.revisions.map((revision) => revision.number)) + 1
    const data = { itemId, number, authorId: viewer.learnerId, createdAt: now, ...revisionData(item) }
    const { id } = await tx.revision.create({ data })
    const revisionId = RevisionId.parse(id)
    await saveChoices(tx, deckId, new Map([[itemId, { choice: 'accepted', revisionId }]]), now)
    return { kind: 'edited', revisionId, previous, findings }
  })
}

function contextOf(document: { text: string; title: string; blocks: unknown }) {
  const blocks = document.blocks as Block[]
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span)
  const texts = headings.map(({ start, end }) => document.text.slice(start, end))
  return { text: document.text, title: document.title, headings: texts, stems: [] }
}
