import 'server-only'
import type { Span } from '../../core/document/document'
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
}

/** The sentences of the viewer's own document that no item of the deck asks about, in their order, each with its reasons. */
export async function whyNotAsked(viewer: Viewer, deckId: DeckId): Promise<readonly UnaskedSentence[]> {
  const where = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const deck = await db().deck.findFirst({ where, select: { documentId: true } })
  if (!deck) return []
  const { documentId } = deck
  const { text } = await db().document.findUniqueOrThrow({ where: { id: documentId }, select: { text: true } })
  const rows = await db().$queryRaw<Row[]>`
    SELECT r.finder, r.code, r.values, r.start, r.end, r.stem, r.key FROM "Refusal" r
    WHERE r."documentId" = ${documentId}::uuid AND r.start IS NOT NULL AND r.end IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM "Fact" f JOIN "ItemFact" l ON l."factId" = f.id JOIN "DeckItem" i ON i."itemId" = l."itemId"
        WHERE f."documentId" = r."documentId" AND i."deckId" = ${deckId}::uuid AND i.status <> 'retired'
          AND (f.spans -> 0 ->> 'start')::int < r.end AND (f.spans -> 0 ->> 'end')::int > r.start)
    ORDER BY r.start, r.end, r.finder DESC, r.id`
  const sentences: { span: Span; text: string; reasons: Refusal[] }[] = []
  for (const { start, end, ...row } of rows) {
    const span = { start, end }
    const reason = { ...row, span }
    const last = sentences.at(-1)
    if (last && last.span.start === start && last.span.end === end) last.reasons.push(reason)
    else sentences.push({ span, text: text.slice(start, end), reasons: [reason] })
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
