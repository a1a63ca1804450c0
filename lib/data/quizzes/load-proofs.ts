import 'server-only'
import type { Span } from '@/lib/core/document/document'
import type { ProvenFact } from '@/lib/core/quiz/feedback'
import type { Db, Tx } from '@/lib/db'

/** Where the document states these facts, and where in it their answers stand. */
export async function loadProofs(from: Db | Tx, factIds: readonly string[]): Promise<ReadonlyMap<string, ProvenFact>> {
  const rows = await from.fact.findMany({
    where: { id: { in: [...new Set(factIds)] } },
    select: { id: true, spans: true, answerSpan: true },
  })
  return new Map(
    rows.map(({ id, spans, answerSpan }) => [
      id,
      { id, spans: spans as Span[], answerSpan: answerSpan as Span | null },
    ]),
  )
}
