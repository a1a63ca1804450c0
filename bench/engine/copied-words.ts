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

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
