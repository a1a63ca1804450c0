import 'server-only'
import type { Block, Span } from '../../core/document/document'
import type { Depth } from '../../core/generation/depth'
import type { FinderName } from '../../core/generation/draft'
import type { Refusal, RefusalCode } from '../../core/generation/refusal'
import { sentencesAt, sentencesOfDocument, type TextSentence } from '../../core/generation/sentences-to-ask'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import type { ItemStatus } from '../../generated/prisma/enums'
import { decksEditableBy } from './deck-access'

export type UnaskedSentence = {
  readonly span: Span
  readonly text: string
  /** At least one where no depth asks about it. */
  readonly reasons: readonly Refusal[]
  /** The first depth at which an item asks about it; null where none does at any. */
  readonly depth: Depth | null
}

export type AskedAndUnasked = {
  /** The sentences about which the deck asks something at its depth. */
  readonly asked: readonly Span[]
  readonly unasked: readonly UnaskedSentence[]
}

/**
 * Every sentence of the viewer's own document in the order of the text: those about which the deck asks something at its depth, and the
 * others, each with its reasons or with the depth that asks about it. What waits for a decision is asked; what was rejected is not.
 */
export async function whyNotAsked(viewer: Viewer, deckId: DeckId): Promise<AskedAndUnasked> {
  const where = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { documentId: true } })
  if (!deck) return { asked: [], unasked: [] }
  const { documentId } = deck
  const [document, proofs, refused] = await Promise.all([
    findDocument(documentId),
    listProofs(deckId),
    listRefusals(documentId),
  ])
  const sentences = sentencesOfDocument({ text: document.text, blocks: document.blocks as Block[] }).map(
    (sentence): Judged => ({ ...sentence, isAsked: false, isRejected: false, depth: null, reasons: [] }),
  )
  for (const proof of proofs) for (const sentence of sentencesAt(sentences, proof)) addProof(sentence, proof)
  for (const { start, end, ...refusal } of refused) {
    const span = { start, end }
    for (const sentence of sentencesAt(sentences, span)) sentence.reasons.push({ ...refusal, span })
  }
  return {
    asked: sentences.flatMap(({ isAsked, span }) => (isAsked ? span : [])),
    unasked: sentences.flatMap((sentence) => (sentence.isAsked ? [] : unasked(sentence, document))),
  }
}

type Judged = TextSentence & { isAsked: boolean; isRejected: boolean; depth: Depth | null; reasons: Refusal[] }

const ASKED: readonly ItemStatus[] = ['accepted', 'ready', 'unreviewed']
const DEPTHS: readonly Depth[] = ['key', 'balanced', 'everything']

function addProof(sentence: Judged, { status, depth }: Proof): void {
  if (ASKED.includes(status)) sentence.isAsked = true
  else if (status === 'rejected') sentence.isRejected = true
  else if (sentence.depth === null || DEPTHS.indexOf(depth) < DEPTHS.indexOf(sentence.depth)) sentence.depth = depth
}

type DocumentRow = Awaited<ReturnType<typeof findDocument>>

function unasked({ span, text, depth, ...judged }: Judged, document: DocumentRow): UnaskedSentence {
  if (depth) return { span, text, reasons: [], depth }
  const because = (code: RefusalCode, values: Refusal['values'] = {}): Refusal => {
    return { finder: 'rules', code, values, span, stem: '', key: '' }
  }
  const { isRejected, isTooLong, reasons } = judged
  const [first, ...more] = isRejected ? [because('rejected'), ...reasons] : reasons
  const isRead = document.generation === null || span.start < document.generation.readTo
  const reason =
    first ??
    (isTooLong
      ? because('sentence-too-long')
      : isRead
        ? because('no-draft', { rules: rulesOf(document), model: modelOf(document) })
        : because('not-read-yet'))
  return { span, text, reasons: [reason, ...more], depth: null }
}

const rulesOf = ({ refused }: DocumentRow) => ((refused as Record<string, number>).language ? 'unknown' : 'read')

/** In a copy of a deck the items of the model are there, and its reading is not. */
const modelOf = ({ reading, items }: DocumentRow) =>
  reading === null ? (items.length > 0 ? 'read' : 'none') : reading.state === 'complete' ? 'read' : 'partly'

const findDocument = (id: string) =>
  db().document.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ text: true, blocks: true, refused: true },
      generation: { select: { readTo: true } },
      reading: { select: { state: true } },
      items: { where: { finder: { startsWith: 'model:' } }, select: { id: true }, take: 1 },
    },
  })

type Proof = Span & { readonly status: ItemStatus; readonly depth: Depth }

/** Where the document says what the deck's items ask: a fact may be proved by several sentences. */
function listProofs(deckId: DeckId): Promise<Proof[]> {
  return db().$queryRaw<Proof[]>`
    SELECT DISTINCT (span ->> 'start')::int AS start, (span ->> 'end')::int AS "end", d.status::text, i.depth::text
    FROM "DeckItem" d JOIN "Item" i ON i.id = d."itemId" JOIN "ItemFact" l ON l."itemId" = i.id
    JOIN "Fact" f ON f.id = l."factId" CROSS JOIN jsonb_array_elements(f.spans) AS span
    WHERE d."deckId" = ${deckId}::uuid AND d.status <> 'retired'`
}

type RefusalRow = Span & Omit<Refusal, 'span'> & { readonly finder: FinderName }

/** What was said of a sentence comes before what was said of drafts about it by the same finder, and the rules come first. */
function listRefusals(documentId: string): Promise<RefusalRow[]> {
  return db().$queryRaw<RefusalRow[]>`
    SELECT finder, code, values, start, "end", stem, key FROM "Refusal"
    WHERE "documentId" = ${documentId}::uuid AND start IS NOT NULL AND "end" IS NOT NULL
    ORDER BY start, "end", finder DESC, id`
}
