import { singularOf } from '../../../language/english/lexicon'
import type { WordCase } from '../../../language/english/word-case'

/** What a reader of a single question knows: the title and the heading, and how the document writes its words. */
export type ReaderContext = {
  readonly title: string
  /** Words of the title and the heading: "the" before one of them points at the topic. */
  readonly topics: ReadonlySet<string>
  readonly words: WordCase
  readonly counts: WordCounts
}

export function topicsOf(title: string, heading: string): Set<string> {
  const said = wordsOf(`${title} ${heading}`).flatMap((word) => [word, singularOf(word)])
  return new Set(said.filter((word) => word.length > 2))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []

/** How often words and pairs of words occur in a document, in lower case: what recurs is a term worth asking. */
export type WordCounts = {
  /** Number of each word, in the order of their first occurrence. */
  readonly numbers: ReadonlyMap<string, number>
  /** Occurrences by number of the word. */
  readonly singles: readonly number[]
  /** Occurrences by the numbers of two words in a row: `first * PAIR + second`. */
  readonly pairs: ReadonlyMap<number, number>
  /** All words. */
  readonly total: number
}

// More words than any language has; the product of two stays exact.
const PAIR = 2 ** 26

/** Linear in the text. */
export function countWords(text: string): WordCounts {
  const numbers = new Map<string, number>()
  const singles: number[] = []
  const pairs = new Map<number, number>()
  let before = -1
  let total = 0
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*|[.,;:!?()]/gu) ?? []) {
    const singular = withoutS(word)
    const number = numbers.get(singular) ?? numbers.size
    if (number === singles.length) {
      numbers.set(singular, number)
      singles.push(0)
    }
    singles[number] = (singles[number] ?? 0) + 1
    const pair = before * PAIR + number
    if (before >= 0) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    before = number
    total += 1
  }
  return { numbers, singles, pairs, total }
}

/** How often the last two words of a phrase (or its one word) occur. */
export function countOf({ numbers, singles, pairs }: WordCounts, phrase: string): number {
  const words = phrase
    .toLowerCase()
    .split(/\s+/)
    .slice(-2)
    .map((word) => numbers.get(withoutS(word)))
  const [first, second] = words
  if (words.length === 1) return first === undefined ? 0 : (singles[first] ?? 0)
  return first === undefined || second === undefined ? 0 : (pairs.get(first * PAIR + second) ?? 0)
}

const withoutS = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word)
