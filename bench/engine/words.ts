/** Words in lower case, compatibility-normalised, without marks. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the words of one text stand in the other, in a row. */
export const saysInARow = (text: string, words: string): boolean => {
  const sought = wordsOf(words).join(' ')
  return sought !== '' && ` ${wordsOf(text).join(' ')} `.includes(` ${sought} `)
}

const EMPTY = new Set(
  'a an the of to in on at by for from with and or as is are was were be been it its their his her this that'.split(
    ' ',
  ),
)

/** Words that carry meaning, without the s of a plural. */
export const contentOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !EMPTY.has(word))
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  )

/** Share of words that two texts have in common, 0 to 1. */
export function jaccard(left: string, right: string): number {
  const a = new Set(wordsOf(left))
  const b = new Set(wordsOf(right))
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

// Names and terms are anybody's; so many words in a row are the author's.
const MOST_IN_A_ROW = 7

/** The first words in a row, more than a name has, that a note shares with one of the texts; null when it is all its own. */
export function copiedWords(note: string, texts: readonly string[]): string | null {
  const said = wordsOf(note)
  const wholes = texts.map((text) => ` ${wordsOf(text).join(' ')} `)
  for (let start = 0; start + MOST_IN_A_ROW < said.length; start++) {
    const run = said.slice(start, start + MOST_IN_A_ROW + 1).join(' ')
    if (wholes.some((whole) => whole.includes(` ${run} `))) return run
  }
  return null
}
