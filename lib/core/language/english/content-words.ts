import { memoize } from '../../shared/memoize'

const STOP = new Set(
  'a an the of to in on at by for from with and or as is are was were be been being has have had do does did it its this that these those which what who whom whose when where why how than then into their his her there'.split(
    ' ',
  ),
)

// Checks read the same stem, key and options one after the other.
const MOST_REMEMBERED = 2_000

/** Words in lower case, compatibility-normalised. */
export const wordsOf: (text: string) => readonly string[] = memoize(
  (text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  MOST_REMEMBERED,
)

/** Words that carry meaning, crudely without their plural. */
export const contentWords: (text: string) => readonly string[] = memoize(
  (text) =>
    wordsOf(text)
      .filter((word) => !STOP.has(word))
      .map(root),
  MOST_REMEMBERED,
)

/** A plural's or verb's final s taken off, so that "task" and "tasks" meet. */
const root = (word: string): string =>
  word.length > 3 && word.endsWith('s')
    ? word
        .replace(/ies$/, 'y')
        .replace(/(?:sses|ches|shes|xes)$/, (es) => es.slice(0, -2))
        .replace(/([^su])s$/, '$1')
    : word

/** Forms of one word: "fungal" and "fungi", "Victorian" and "Victoria". */
export function sharesRoot(word: string, twin: string): boolean {
  const least = Math.min(word.length, twin.length)
  const root = Math.max(SHORTEST_ROOT, Math.min(least - 1, LONGEST_ROOT))
  return least >= SHORTEST_ROOT && word.slice(0, root) === twin.slice(0, root)
}
const SHORTEST_ROOT = 4
const LONGEST_ROOT = 6

/**
 * The same word in another form, by its English endings: not "salarium" of "salary" nor "Aralkum" of "Aral", which only begin alike.
 * In other scripts all that begins alike.
 */
export function isFormOf(word: string, twin: string): boolean {
  if (word === twin || !sharesRoot(word, twin)) return word === twin
  if (!/^[a-z]/.test(word)) return true
  let shared = SHORTEST_ROOT
  while (shared < word.length && word[shared] === twin[shared]) shared += 1
  // An ending may begin like another one: "creat-ing" and "creat-ion".
  const roots = [shared, shared - 1, shared - 2].filter((root) => root >= SHORTEST_ROOT - 1)
  return roots.some((root) => ENDINGS.test(word.slice(root)) && ENDINGS.test(twin.slice(root)))
}
// Of a word several may follow each other: "nation-al-ist-s". A country gives its people away: "Kyrgyz-stan".
const ENDINGS =
  /^(?:a|ae|i|i?stan|land|o|um|us|(?:[lmnprt](?=ed|er|ing)|able|age|al|[ae]n(?:ce|cy|t)|an|ar|ate?|dom|ed?|en|er|ese|est|ful|hood|i[ab]?(?=[aeilns])|ial|ian?|ible|ic|i?fy|ies?|ing|ion|ious|ish|i[stz](?=[aei])|ism|ist|ity|ive|less|ly|ment|n|ness|o?r|ous|s|ship|th?|t?ure?|u?al|ul(?=ar)|y)+)?$/

const setOf: (text: string) => ReadonlySet<string> = memoize((text) => new Set(wordsOf(text)), MOST_REMEMBERED)

/** Share of words that two texts have in common, 0 to 1. */
export function jaccard(left: string, right: string): number {
  const a = setOf(left)
  const b = setOf(right)
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / Math.max(1, a.size + b.size - shared)
}
