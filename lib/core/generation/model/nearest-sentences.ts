import { meaningfulWords } from '../../check/words-of-languages'
import type { Span, StructuredDocument } from '../../document/document'
import { sentencesSharing } from '../sentence-words'
import type { NumberedSentence } from '../sentences-to-ask'

const NEAREST = 4
/** Of the words of a question, from 0 to 1. */
const LEAST_SHARED = 0.5

/** The sentences of a document that have the most words of a question, apart from its proof: what else could answer it. */
export function nearestSentences(
  stem: string,
  proof: readonly Span[],
  document: StructuredDocument,
): readonly NumberedSentence[] {
  const asked = meaningfulWords(stem)
  if (asked.length < 2) return []
  return sentencesSharing(asked, LEAST_SHARED, document)
    .filter(({ sentence: { span } }) => !proof.some(({ start, end }) => span.start < end && start < span.end))
    .sort((a, b) => b.share - a.share)
    .slice(0, NEAREST)
    .map(({ sentence }) => sentence)
}
