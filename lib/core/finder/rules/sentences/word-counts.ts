/** How often words and pairs of words occur in a document, in lower case: what recurs is a term worth asking. */
export type WordCounts = {
  /** Number of each word, in the order of their first occurrence. */
  readonly numbers: ReadonlyMap<string, number>
  /** Occurrences by number of the word. */
  readonly one: readonly number[]
  /** Occurrences by the numbers of two words in a row: `first * PAIR + second`. */
  readonly two: ReadonlyMap<number, number>
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
  const one: number[] = []
  const two = new Map<number, number>()
  let before = -1
  let total = 0
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*|[.,;:!?()]/gu) ?? []) {
    const singular = withoutS(word)
    const number = numbers.get(singular) ?? numbers.size
    if (number === one.length) {
      numbers.set(singular, number)
      one.push(0)
    }
    one[number] = (one[number] ?? 0) + 1
    const pair = before * PAIR + number
    if (before >= 0) two.set(pair, (two.get(pair) ?? 0) + 1)
    before = number
    total += 1
  }
  return { numbers, one, two, total }
}

/** How often the last two words of a phrase (or its one word) occur. */
export function countOf({ numbers, one, two }: WordCounts, phrase: string): number {
  const words = phrase
    .toLowerCase()
    .split(/\s+/)
    .slice(-2)
    .map((word) => numbers.get(withoutS(word)))
  const [first, second] = words
  if (words.length === 1) return first === undefined ? 0 : (one[first] ?? 0)
  return first === undefined || second === undefined ? 0 : (two.get(first * PAIR + second) ?? 0)
}

const withoutS = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word)
