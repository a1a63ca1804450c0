import 'server-only'
import type { Span } from '../../core/document/document'
import type { Depth } from '../../core/generation/depth'
import type { FinderName } from '../../core/generation/draft'
import type { Refusal, RefusalCode } from '../../core/generation/refusal'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksEditableBy } from './deck-access'

export type UnaskedSentence = {
  readonly span: Span
  readonly text: string
  readonly reasons: readonly Refusal[]
  /** The first depth at which an item asks about it; null where none does at any. */
  readonly depth: Depth | null
}

/**
 * The sentences of the viewer's own document about which the deck asks nothing at its depth, in their order, each with its reasons
 * or with the depth that asks about it.
 */
export async function whyNotAsked(viewer: Viewer, deckId: DeckId): Promise<readonly UnaskedSentence[]> {
  const where = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { documentId: true } })
  if (!deck) return []
  const { documentId } = deck
  const [beyond, refused] = await Promise.all([beyondDepth(deckId), refusedWithin(deckId, documentId)])
  const { text } = await db().document.findUniqueOrThrow({ where: { id: documentId }, select: { text: true } })
  const asked = beyond.map(({ depth, ...span }) => ({
    span,
    text: text.slice(span.start, span.end),
    reasons: [],
    depth,
  }))
  const isAsked = (span: Span) => beyond.some(({ start, end }) => start < span.end && end > span.start)
  const unasked = groupBySentence(refused, text).filter(({ span }) => !isAsked(span))
  return [...unasked, ...asked].sort((a, b) => a.span.start - b.span.start)
}

/** Sentences of which every item lies beyond the depth of the deck. */
async function beyondDepth(deckId: DeckId): Promise<readonly (Span & { readonly depth: Depth })[]> {
  const rows = await db().$queryRaw<{ start: number; end: number; depth: Depth }[]>`
    WITH proof AS (
      SELECT (span ->> 'start')::int AS start, (span ->> 'end')::int AS "end", d.status, i.depth
      FROM "DeckItem" d JOIN "Item" i ON i.id = d."itemId" JOIN "ItemFact" l ON l."itemId" = i.id
      JOIN "Fact" f ON f.id = l."factId" CROSS JOIN jsonb_array_elements(f.spans) AS span
      WHERE d."deckId" = ${deckId}::uuid AND d.status <> 'retired')
    SELECT b.start, b."end", min(b.depth)::text AS depth FROM proof b
    WHERE b.status = 'beyond' AND NOT EXISTS (
      SELECT 1 FROM proof a WHERE a.status <> 'beyond' AND a.start < b."end" AND a."end" > b.start)
    GROUP BY b.start, b."end" ORDER BY b.start, b."end" DESC`
  // A fact of a part of the sentence is told with the whole.
  return rows.filter(({ start, end }, at) => !rows.slice(0, at).some((row) => row.start <= start && row.end >= end))
}

function refusedWithin(deckId: DeckId, documentId: string): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT r.finder, r.code, r.values, r.start, r.end, r.stem, r.key FROM "Refusal" r
    WHERE r."documentId" = ${documentId}::uuid AND r.start IS NOT NULL AND r.end IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM "Fact" f JOIN "ItemFact" l ON l."factId" = f.id JOIN "DeckItem" i ON i."itemId" = l."itemId"
          CROSS JOIN jsonb_array_elements(f.spans) AS span
        WHERE f."documentId" = r."documentId" AND i."deckId" = ${deckId}::uuid AND i.status NOT IN ('retired', 'beyond')
          AND (span ->> 'start')::int < r.end AND (span ->> 'end')::int > r.start)
    ORDER BY r.start, r.end, r.finder DESC, r.id`
}

function groupBySentence(rows: readonly Row[], text: string): readonly UnaskedSentence[] {
  const sentences: { span: Span; text: string; reasons: Refusal[]; depth: null }[] = []
  for (const { start, end, ...row } of rows) {
    const span = { start, end }
    const reason = { ...row, span }
    const last = sentences.at(-1)
    if (last && last.span.start === start && last.span.end === end) last.reasons.push(reason)
    else sentences.push({ span, text: text.slice(start, end), reasons: [reason], depth: null })
  }
  return sentences
}

type Row = {
  readonly finder: FinderName
  readonly code: RefusalCode
  readonly values: Refusal['values']
  readonly start: number
  readonly end: number
  readonly stem: string
  readonly key: string
}
