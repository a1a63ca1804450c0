import type { Block, Span } from '../document/document'
import { withoutEmphasis } from '../document/emphasis'
import { evidenceOf, type ShownEvidence } from '../document/evidence'
import type { Response } from '../grading/response'
import { FactId } from '../ids'
import type { Question } from '../item/item'
import type { RevealedAnswer } from '../question-types/question-type'
import { questionType, write } from '../question-types/registry'

/** All that is shown about a question after the answer. */
export type Feedback = {
  readonly answer: RevealedAnswer
  /** The right answers as texts. */
  readonly key: readonly string[]
  readonly explanation: string
  readonly evidence: ShownEvidence
  readonly factIds: readonly FactId[]
}

export type FactWithEvidence = {
  readonly id: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
}

type Sources = {
  readonly document: { readonly text: string; readonly blocks: readonly Block[] }
  readonly facts: ReadonlyMap<string, FactWithEvidence>
}

/** `perKey` as it was graded; empty for a question that was left. */
export function feedbackOf(
  item: Question,
  response: Response | null,
  perKey: readonly boolean[],
  sources: Sources,
): Feedback {
  const { document, facts } = sources
  const { key } = write(item)
  const main = facts.get(item.factIds[0] ?? '')
  const context = {
    perKey,
    documentText: document.text,
    evidenceAt: (slot: number) => evidenceAt(item, key.length, slot, sources),
    quote: (evidence: Span) => evidenceOf(document, [evidence], null),
  }
  return {
    answer: questionType(item.type).reveal(item.content, response ?? { kind: 'unanswered' }, context),
    key,
    explanation: withoutEmphasis(item.explanation),
    evidence: evidenceOf(document, item.evidence, main?.answerSpan ?? null),
    factIds: [...new Set(item.factIds)].map((id) => FactId.parse(id)),
  }
}

/** The evidence of one key entry: its own fact's; where an author changed the entries, the whole item's. */
function evidenceAt(item: Question, entries: number, slot: number, { document, facts }: Sources): ShownEvidence {
  const fact = item.factIds.length === entries ? facts.get(item.factIds[slot] ?? '') : undefined
  if (!fact) return evidenceOf(document, item.evidence, null)
  // With its quote, by which words of an older text are found again.
  const isSame = (a: Span) => (b: Span) => a.start === b.start && a.end === b.end
  const spans = fact.spans.map((span) => item.evidence.find(isSame(span)) ?? span)
  return evidenceOf(document, spans, fact.answerSpan)
}
