import { meaningfulWords, shareIn } from '../check/words-of-languages'
import type { StructuredDocument } from '../document/document'
import { wordsOf } from '../language/english/content-words'
import { memoizeRecent } from '../shared/memoize'
import { type NumberedSentence, sentencesToAsk } from './sentences-to-ask'

type SentenceWords = {
  /** All of them in lower case, with a space before and after each. */
  readonly plain: string
  readonly meaningful: readonly string[]
}

const known = new WeakMap<NumberedSentence, SentenceWords>()

/** The words of a sentence, split once: each item of a reply may be compared with every sentence of its document. */
export function sentenceWords(sentence: NumberedSentence): SentenceWords {
  const before = known.get(sentence)
  if (before) return before
  const words = { plain: ` ${wordsOf(sentence.text).join(' ')} `, meaningful: meaningfulWords(sentence.text) }
  known.set(sentence, words)
  return words
}

export type Sharing = { readonly sentence: NumberedSentence; readonly share: number }

/** The sentences of a document that have at least this share of these words, in any form, in the order of the text. No words: none. */
export function sentencesSharing(words: readonly string[], least: number, document: StructuredDocument): Sharing[] {
  const byRoot = indexOf(document)
  const counts = new Map<NumberedSentence, number>()
  for (const word of words)
    for (const sentence of byRoot.get(rootOf(word)) ?? []) counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least * words.length)
    .map(([sentence]) => ({ sentence, share: shareIn(words, sentenceWords(sentence).meaningful) }))
    .filter(({ share }) => share >= least)
    .sort((a, b) => a.sentence.number - b.sentence.number)
}

// Forms of one word share at least so many letters (`sharesRoot`); a shorter word is its own root.
const ROOT_LETTERS = 4
/** By which the forms of a word are looked up. */
export const rootOf = (word: string): string => word.slice(0, ROOT_LETTERS)

/** A long document has thousands of sentences, and each question is compared only with those that share a root with it. */
const indexOf = memoizeRecent((document: StructuredDocument) => {
  const byRoot = new Map<string, NumberedSentence[]>()
  for (const sentence of sentencesToAsk(document))
    for (const root of new Set(sentenceWords(sentence).meaningful.map(rootOf))) {
      const having = byRoot.get(root)
      if (having) having.push(sentence)
      else byRoot.set(root, [sentence])
    }
  return byRoot
})
