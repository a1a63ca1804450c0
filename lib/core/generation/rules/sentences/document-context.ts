import { nameKind, nounKind, singularOf } from '../../../language/english/lexicon'
import type { WordCase } from '../../../language/english/word-case'

/** The check of the rubric that a whole sentence or list fails, so that it is not asked. */
export type RefusalCheck = 'R3' | 'R7' | 'R8' | 'R9' | 'R11' | 'R12'

/** What a reader of a single question knows: the title and the heading, and how the document writes its words. */
export type ReaderContext = {
  readonly title: string
  readonly topics: ReadonlySet<string>
  /** Those of the title alone: in the past tense a heading's "storm" is one that the text has yet to name. */
  readonly titled: ReadonlySet<string>
  /** Common nouns of the title: what a text on "Lighthouses" tells of one of them, "the lighthouse" does not say which. */
  readonly kinds: ReadonlySet<string>
  /** True for a sentence in the past tense: it is about one thing, not a kind. */
  readonly past: boolean
  readonly words: WordCase
  readonly counts: WordCounts
  /** Counts what is left out, by check of the rubric. */
  readonly refuse: (check: RefusalCheck) => void
  /** Accepts an unexplained "the" that the document may have introduced before; such items need review. */
  readonly lenient: boolean
}

/**
 * Words of the title and heading: "the" before one of them points at the topic. A title names a kind whether it says
 * "fractures" or "a fracture"; a heading's plural may be told one by one below it.
 */
export function topicsOf(title: string, heading: string): Set<string> {
  const titled = wordsOf(title).flatMap((word) => [word, singularOf(word)])
  const country = namesCountry(title) ? ['country', 'republic', 'nation'] : []
  return new Set([...titled, ...country, ...wordsOf(heading)].filter((word) => word.length > 2))
}

/** The nouns of a title that is no name: "Lighthouse", "Bone fractures". */
export const kindsOf = (title: string): Set<string> =>
  // There is one oxygen, and many lighthouses.
  new Set(
    wordsOf(title).flatMap((word) =>
      nounKind(word) === null || nounKind(word) === 'substance' ? [] : [word, singularOf(word)],
    ),
  )

/** Of "The rivers of Peru", "the country" is Peru. One country: of two, either could be meant. */
const namesCountry = (title: string): boolean =>
  (title.match(/\p{Lu}[\p{L}’-]+/gu) ?? []).filter((word) => nameKind(word) === 'country').length === 1

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

const counted = new WeakMap<object, WordCounts>()

/** The words of a document, counted once for all who ask. */
export function wordCountsOf(document: { readonly text: string }): WordCounts {
  const counts = counted.get(document) ?? countWords(document.text)
  counted.set(document, counts)
  return counts
}

/** Linear in the text. */
function countWords(text: string): WordCounts {
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
