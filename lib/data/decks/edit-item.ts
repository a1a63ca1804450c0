import 'server-only'
import { withBareStem } from '../../core/check/check-item'
import { type CheckFinding, contextOf } from '../../core/check/check-result'
import { isDoubt, judge } from '../../core/check/judge-written'
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
  /** What the checks found, with a fault among it; saved only when asked to in spite of it. */
  | { readonly kind: 'rejected'; readonly reason: 'checks'; readonly findings: readonly CheckFinding[] }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

/**
 * Saves an author's words as a new revision, and accepts it. Attempts keep the revision they showed.
 * A doubt is told and stops nothing. With `anyway` the author overrules faults; an item that cannot be asked is never saved.
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
    const findings = await judgeItem(tx, deckId, { item, instead: [itemId] }, row.document)
    if (hasFault(findings) && !anyway) return { kind: 'rejected', reason: 'checks', findings }
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

type JudgedBy = {
  readonly text: string
  readonly title: string
  readonly language: string
  readonly blocks: unknown
  readonly format: string
}

/**
 * What the checks find in an author's item, in the light of the deck without the items that it takes the place of. A card of a
 * deck without a document is proved by nothing, and its sides need not be sentences.
 */
export async function judgeItem(
  tx: Tx,
  deckId: DeckId,
  { item, instead }: { readonly item: Item; readonly instead: readonly ItemId[] },
  { blocks, format, ...document }: JudgedBy,
): Promise<readonly CheckFinding[]> {
  if (format === CARDS_FORMAT) return []
  const place = contextOf({ ...document, blocks: blocks as Block[] }, { stems: [] })
  const shown = await tx.deckItem.findMany({
    where: { deckId, isShown: true, itemId: { notIn: [...instead] } },
    select: { revision: { select: { stem: true } } },
  })
  const stems = shown.flatMap(({ revision }) => (revision ? [withBareStem(revision, place).stem] : []))
  return judge(writeItem(item), { ...place, stems })
}

/** An author may leave doubts as they are. */
export const hasFault = (findings: readonly CheckFinding[]): boolean => findings.some((found) => !isDoubt(found))
