import { meaningfulWords, shareIn } from '../../check/words-of-languages'
import type { Span, StructuredDocument } from '../../document/document'
import { memoizeRecent } from '../../shared/memoize'
import { type NumberedSentence, sentencesToAsk } from '../sentences-to-ask'

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
  const { byRoot, words } = indexOf(document)
  const candidates = new Set(asked.flatMap((word) => byRoot.get(rootOf(word)) ?? []))
  return [...candidates]
    .filter(({ span }) => !proof.some(({ start, end }) => span.start < end && start < span.end))
    .map((sentence) => ({ sentence, share: shareIn(asked, words.get(sentence) ?? []) }))
    .filter(({ share }) => share >= LEAST_SHARED)
    .sort((a, b) => b.share - a.share || a.sentence.number - b.sentence.number)
    .slice(0, NEAREST)
    .map(({ sentence }) => sentence)
}

// Forms of one word share at least so many letters (`sharesRoot`); a shorter word is its own root.
const ROOT_LETTERS = 4
const rootOf = (word: string): string => word.slice(0, ROOT_LETTERS)

/** A long document has thousands of sentences, and each question is compared only with those that share a root with it. */
const indexOf = memoizeRecent((document: StructuredDocument) => {
  const words = new Map(sentencesToAsk(document).map((sentence) => [sentence, meaningfulWords(sentence.text)]))
  const byRoot = new Map<string, NumberedSentence[]>()
  for (const [sentence, said] of words)
    for (const root of new Set(said.map(rootOf))) {
      const having = byRoot.get(root)
      if (having) having.push(sentence)
      else byRoot.set(root, [sentence])
    }
  return { byRoot, words }
})
