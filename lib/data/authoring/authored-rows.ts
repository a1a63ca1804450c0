import 'server-only'
import { randomUUID } from 'node:crypto'
import type { CheckFinding } from '../../core/check/check-result'
import type { Block, Evidence, Span, StructuredDocument } from '../../core/document/document'
import { contentKey } from '../../core/fact/content-key'
import type { FactKind } from '../../core/fact/fact'
import { type DeckId, ItemId, RevisionId } from '../../core/ids'
import { type Composition, compose } from '../../core/item/compose'
import type { Item } from '../../core/item/item'
import type { Viewer } from '../../core/people/viewer'
import type { EditFault } from '../../core/question-types/question-type'
import { write } from '../../core/question-types/registry'
import { seedOf } from '../../core/shared/random'
import type { Tx } from '../../db'
import { decksEditableBy } from '../decks/deck-access'
import { hasFault, judgeItem } from '../decks/edit-item'
import { revisionData } from '../decks/item-revisions'
import { bulkInsert } from '../documents/bulk-insert'

/** An item as an author writes it, with the sentences that prove it; none where the document says nothing of it. */
export type AuthoredItem = Composition & { readonly evidence: readonly Span[] }

export type NotWritten =
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** What the checks found, with a fault among it; saved only when asked to in spite of it. */
  | { readonly kind: 'rejected'; readonly reason: 'checks'; readonly findings: readonly CheckFinding[] }
  | { readonly kind: 'rejected'; readonly reason: EditFault }

/** The document of a deck that the viewer may edit, as an item is written into it. */
export type EditedDocument = StructuredDocument & {
  readonly deckId: DeckId
  readonly id: string
  readonly format: string
  readonly engine: string
}

/** Locks it: items of one document are written one after the other. */
export async function findEdited(tx: Tx, viewer: Viewer, deckId: DeckId): Promise<EditedDocument | null> {
  const where = { decks: { some: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } }
  const read = { title: true, text: true, hash: true, language: true, blocks: true } as const
  const select = { ...read, id: true, format: true, engine: true }
  const document = await tx.document.findFirst({ where, select })
  if (!document) return null
  await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${document.id}::uuid FOR UPDATE`
  return { ...document, deckId, blocks: document.blocks as Block[] }
}

export type Authored = { readonly item: Item; readonly findings: readonly CheckFinding[] }

type AuthorOptions = {
  readonly anyway: boolean
  /** The items that it takes the place of. */
  readonly instead: readonly ItemId[]
}

/** The item that an author wrote, with what the checks find in it. */
export async function author(
  tx: Tx,
  document: EditedDocument,
  { evidence, ...written }: AuthoredItem,
  { anyway, instead }: AuthorOptions,
): Promise<Authored | NotWritten> {
  const id = contentKey('author', written.type, written.stem, ...written.key, randomUUID())
  const composed = compose(written, seedOf(id))
  if (composed.kind === 'rejected') return composed
  const proof = evidence.flatMap((span) => quoted(document.text, span))
  const explanation = proof.map(({ quote }) => quote).join(' ')
  const item: Item = { id, tier: 'B', factIds: [], ...composed.item, explanation, evidence: proof }
  const findings = await judgeItem(tx, document.deckId, { item, instead }, document)
  return hasFault(findings) && !anyway ? { kind: 'rejected', reason: 'checks', findings } : { item, findings }
}

/** The words of the document at a span; none where it is not within the text. */
function quoted(text: string, { start, end }: Span): readonly Evidence[] {
  return start >= 0 && start < end && end <= text.length ? [{ start, end, quote: text.slice(start, end) }] : []
}

type Inserted = { readonly itemId: ItemId; readonly revisionId: RevisionId; readonly factIds: readonly string[] }

/** Saves a new item of the author's. `factIds` are rows that it asks; without them it asks the fact that its proof states. */
export async function insertAuthored(
  tx: Tx,
  viewer: Viewer,
  document: EditedDocument,
  { item, factIds = [] }: { readonly item: Item; readonly factIds?: readonly string[] },
  now: Date,
): Promise<Inserted> {
  const { id: documentId, engine } = document
  const fact = factIds.length > 0 ? null : await factFor(tx, document, item)
  const asked = fact ? [fact.id] : factIds
  const [itemId, revisionId] = [randomUUID(), randomUUID()]
  const position = await positionFor(tx, documentId, item)
  const row = { id: itemId, documentId, contentKey: item.id, position, type: item.type, tier: item.tier, engine }
  await bulkInsert(tx, {
    ...(fact?.row ? { Fact: [fact.row] } : {}),
    Item: [{ ...row, finder: 'author', score: 1, rank: 1, depth: 'key', doubts: [], retired: false, createdAt: now }],
    Revision: [
      { id: revisionId, itemId, number: 1, authorId: viewer.learnerId, createdAt: now, ...revisionData(item) },
    ],
    ItemFact: asked.map((factId, slot) => ({ itemId, factId, slot })),
  })
  return { itemId: ItemId.parse(itemId), revisionId: RevisionId.parse(revisionId), factIds: asked }
}

const AUTHORED: FactKind = 'property'

/** The fact of the document with this proof and answer; else a new one. */
async function factFor(tx: Tx, { id: documentId, text, blocks, engine }: EditedDocument, item: Item) {
  const [proof] = item.evidence
  const answer = write(item).key[0] ?? ''
  if (proof) {
    const facts = await tx.$queryRaw<{ id: string; answer: string }[]>`
      SELECT f.id, COALESCE(substr(d.text, (f."answerSpan" ->> 'start')::int + 1,
        (f."answerSpan" ->> 'end')::int - (f."answerSpan" ->> 'start')::int), '') AS answer
      FROM "Fact" f JOIN "Document" d ON d.id = f."documentId"
      WHERE f."documentId" = ${documentId}::uuid AND NOT f.retired
        AND (f.spans -> 0 ->> 'start')::int < ${proof.end} AND (f.spans -> 0 ->> 'end')::int > ${proof.start}
      ORDER BY f.position`
    const same = facts.find((fact) => fold(fact.answer) === fold(answer))
    if (same) return { id: same.id, row: null }
  }
  const at = proof ? proof.quote.toLowerCase().indexOf(answer.toLowerCase()) : -1
  const id = randomUUID()
  const start = proof?.start ?? text.length
  return {
    id,
    row: {
      ...{ id, documentId, engine, kind: AUTHORED, retired: false },
      contentKey: contentKey(AUTHORED, proof?.quote ?? item.stem, answer, item.id),
      position: await placeOfFact(tx, documentId, proof, start),
      statement: proof?.quote ?? [item.stem, ...write(item).key].join(' – '),
      heading: headingAt(text, blocks, start),
      spans: item.evidence.map(({ start, end }) => ({ start, end })),
      answerSpan: proof && at >= 0 ? { start: proof.start + at, end: proof.start + at + answer.length } : null,
    },
  }
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

function headingAt(text: string, blocks: readonly Block[], start: number): string {
  const heading = blocks.filter(({ kind, span }) => kind === 'heading' && span.start <= start).at(-1)
  return heading && start < text.length ? text.slice(heading.span.start, heading.span.end) : ''
}

/** A card without a place in a text follows all others. */
const placeOfFact = async (tx: Tx, documentId: string, proof: unknown, start: number): Promise<number> =>
  (await lastBefore(tx, documentId, start)) + (proof ? 0 : 1)

/** The position of the fact that stands last before a place of the text; what follows it there has the same. */
async function lastBefore(tx: Tx, documentId: string, start: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ position: number | null }[]>`
    SELECT max(position) AS position FROM "Fact"
    WHERE "documentId" = ${documentId}::uuid AND COALESCE((spans -> 0 ->> 'start')::int, 0) <= ${start}`
  return row?.position ?? 0
}

async function positionFor(tx: Tx, documentId: string, { evidence: [proof] }: Item): Promise<number> {
  if (!proof) {
    const last = await tx.item.aggregate({ where: { documentId }, _max: { position: true } })
    return (last._max.position ?? 0) + 1
  }
  const [row] = await tx.$queryRaw<{ position: number | null }[]>`
    SELECT max(i.position) AS position FROM "Item" i JOIN "ItemFact" l ON l."itemId" = i.id AND l.slot = 0
    JOIN "Fact" f ON f.id = l."factId"
    WHERE i."documentId" = ${documentId}::uuid AND (f.spans -> 0 ->> 'start')::int <= ${proof.start}`
  return row?.position ?? 0
}
