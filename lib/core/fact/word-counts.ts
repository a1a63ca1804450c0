/** How often words and pairs of words occur in a document, in lower case: what recurs is a term worth asking. */
export type WordCounts = { readonly one: ReadonlyMap<string, number>; readonly two: ReadonlyMap<string, number> }

/** Linear in the text. */
export function countWords(text: string): WordCounts {
  const one = new Map<string, number>()
  const two = new Map<string, number>()
  let before = ''
  for (const [raw] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*|[.,;:!?()]/gu)) {
    const word = raw.replace(/s$/, '')
    one.set(word, (one.get(word) ?? 0) + 1)
    const pair = `${before} ${word}`
    two.set(pair, (two.get(pair) ?? 0) + 1)
    before = word
  }
  return { one, two }
}

/** How often the last two words of a phrase (or its one word) occur. */
export function countOf(counts: WordCounts, phrase: string): number {
  const words = phrase
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/s$/, ''))
  const last = words.at(-1) ?? ''
  return words.length === 1 ? (counts.one.get(last) ?? 0) : (counts.two.get(`${words.at(-2) ?? ''} ${last}`) ?? 0)
}
