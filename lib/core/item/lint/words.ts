const STOP = new Set(
  'a an the of to in on at by for from with and or as is are was were be been being has have had do does did it its this that these those which what who whom whose when where why how than then into their his her there'.split(
    ' ',
  ),
)

/** Words in lower case, compatibility-normalised. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Words that carry meaning, crudely without their plural. */
export const contentWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !STOP.has(word))
    .map(root)

/** A plural's or verb's final s taken off, so that "task" and "tasks" meet. */
const root = (word: string): string =>
  word.length > 3
    ? word
        .replace(/ies$/, 'y')
        .replace(/(?:sses|ches|shes|xes)$/, (es) => es.slice(0, -2))
        .replace(/([^su])s$/, '$1')
    : word

/** Share of words that two texts have in common, 0 to 1. */
export function jaccard(left: string, right: string): number {
  const a = new Set(wordsOf(left))
  const b = new Set(wordsOf(right))
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
