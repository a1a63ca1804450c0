import { distance } from 'fastest-levenshtein'

/** Shorter words have neighbours one letter away that mean something else (Iran, Iraq). */
const SHORTEST_FORGIVEN = 5
const TWO_SLIPS_FROM = 12

/** Beginnings and endings that change what a word says: a slip never turns one of a row into another. */
const CONTRASTS: readonly (readonly string[])[] = [
  ['hyper', 'hypo', 'hydro'],
  ['inter', 'intra', 'intro', 'infra'],
  ['endo', 'exo', 'ecto', 'epi'],
  ['macro', 'micro'],
  ['homo', 'hetero', 'homeo'],
  ['mono', 'multi', 'poly'],
  ['pre', 'pro', 'per', 'post'],
  ['sub', 'super', 'sur'],
  ['over', 'under'],
  ['ab', 'ad'],
  ['in', 'im', 'un', 'en', 'em', 'ex'],
  ['de', 'di', 'dis'],
  ['con', 'com', 'contra', 'counter'],
]
const ENDINGS: readonly (readonly string[])[] = [
  ['ate', 'ite', 'ide', 'ine', 'ane', 'ene', 'yne', 'one', 'ase', 'ose', 'ole', 'ol', 'yl'],
  ['less', 'ful'],
  ['er', 'ee', 'or'],
  ['tite', 'mite'],
]

/** How many letters of this word may be wrong; 0 for short words. */
function slipsAllowed(word: string): number {
  if (word.length < SHORTEST_FORGIVEN) return 0
  return word.length < TWO_SLIPS_FROM ? 1 : 2
}

/**
 * How many letters `typed` is away from `word` when that can be a slip of the finger, null when it is another word.
 * Two neighbouring letters that changed places are one slip. The first letter is never wrong (illegal, legal).
 */
export function slips(typed: string, word: string): number | null {
  if (typed === word) return 0
  const allowed = slipsAllowed(typed.length < word.length ? typed : word)
  if (allowed === 0 || typed[0] !== word[0] || contrasts(typed, word)) return null
  const away = swapped(typed, word) ? 1 : distance(typed, word)
  return away <= allowed ? away : null
}

function contrasts(first: string, second: string): boolean {
  const starts = CONTRASTS.some((row) =>
    differ(
      row,
      (part) => first.startsWith(part),
      (part) => second.startsWith(part),
    ),
  )
  return (
    starts ||
    ENDINGS.some((row) =>
      differ(
        row,
        (part) => first.endsWith(part),
        (part) => second.endsWith(part),
      ),
    )
  )
}

/** Both words have a part of the row, and not the same one. */
function differ(
  row: readonly string[],
  inFirst: (part: string) => boolean,
  inSecond: (part: string) => boolean,
): boolean {
  const [a, b] = [longest(row.filter(inFirst)), longest(row.filter(inSecond))]
  return a !== undefined && b !== undefined && a !== b
}

function longest(parts: readonly string[]): string | undefined {
  return [...parts].sort((a, b) => b.length - a.length)[0]
}

function swapped(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false
  const at = [...typed].findIndex((letter, index) => letter !== word[index])
  const turned = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2)
  return turned === word
}
