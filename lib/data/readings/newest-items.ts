import 'server-only'
import type { Evidence, Span } from '../../core/document/document'
import { db } from '../../db'

/** A question that the model has just made, with the words that prove it. */
export type NewItem = {
  readonly id: string
  readonly question: string
  readonly sentence: string
  /** Offsets into the sentence; null where the answer stands in several places, or in none. */
  readonly answer: Span | null
}

const MOST = 3
const BETWEEN_PARTS = ' … '

/** The last questions that the model made of a document, the newest first. */
export async function newestItems(documentId: string): Promise<readonly NewItem[]> {
  const rows = await db().item.findMany({
    where: { documentId, retired: false, finder: { startsWith: 'model:' } },
    // Those of one part have one time.
    orderBy: [{ createdAt: 'desc' }, { position: 'desc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { stem: true, evidence: true } },
      facts: { where: { slot: 0 }, select: { fact: { select: { answerSpan: true } } } },
    },
  })
  return rows.flatMap(({ id, revisions: [revision], facts: [asked] }) => {
    if (!revision) return []
    const evidence = revision.evidence as Evidence[]
    const sentence = evidence.map(({ quote }) => quote.replace(/\n/g, ' ')).join(BETWEEN_PARTS)
    return [
      { id, question: revision.stem, sentence, answer: answerIn(evidence, asked?.fact.answerSpan as Span | null) },
    ]
  })
}

function answerIn(evidence: readonly Evidence[], answer: Span | null | undefined): Span | null {
  let at = 0
  for (const { start, end, quote } of evidence) {
    if (answer && start <= answer.start && answer.end <= end)
      return { start: at + answer.start - start, end: at + answer.end - start }
    at += quote.length + BETWEEN_PARTS.length
  }
  return null
}
