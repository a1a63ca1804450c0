import { distance } from 'fastest-levenshtein'
import { plainLetters } from '../language/kyrgyz-letters'
import { memoize } from '../shared/memoize'
import { foldLetters, tokenise } from './tokenise'

/** Shorter words have neighbours one letter away that mean something else (Iran, Iraq). */
const SHORTEST_FORGIVEN = 5
const TWO_TYPOS_FROM = 12

/** Beginnings and endings that change what a word says: a typo never turns one of a row into another. */
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
  ['гипер', 'гипо', 'гидро'],
  ['интер', 'интра', 'инфра'],
  ['эндо', 'экзо', 'экто', 'эпи'],
  ['макро', 'микро'],
  ['гомо', 'гетеро', 'гомео'],
  ['моно', 'мульти'],
  ['при', 'пре', 'про', 'пере'],
]
const ENDINGS: readonly (readonly string[])[] = [
  ['ate', 'ite', 'ide', 'ine', 'ane', 'ene', 'yne', 'one', 'ase', 'ose', 'ole', 'ol', 'yl'],
  ['less', 'ful'],
  // An employer and an employee; "adviser" and "advisor" are one.
  ['er', 'ee'],
  ['or', 'ee'],
  ['tite', 'mite'],
]

/** How many letters of this word may be wrong; 0 for short words. */
function typosAllowed(word: string): number {
  if (word.length < SHORTEST_FORGIVEN) return 0
  return word.length < TWO_TYPOS_FROM ? 1 : 2
}

/**
 * How many letters `typed` is away from `word` when that can be a typo, null when it is another word.
 * Two neighbouring letters that changed places are one typo. The first letter is never wrong (illegal, legal).
 */
export function typosIn(typed: string, word: string): number | null {
  if (typed === word) return 0
  const allowed = typosAllowed(typed.length < word.length && !isUndoubled(typed, word) ? typed : word)
  if (allowed === 0 || typed[0] !== word[0] || contrasts(typed, word)) return null
  if (CYRILLIC.test(word) && !(hasSameEnding(typed, word) && hasLongStem(word))) return null
  const away = swapped(typed, word) ? 1 : distance(typed, word)
  return away <= allowed ? away : null
}

/** "jely" for "jelly": no other word of four letters was meant. Of vowels it often is (sped, speed). */
const isUndoubled = (typed: string, word: string): boolean =>
  [...word.matchAll(/([b-df-hj-np-tv-z])\1/g)].some(
    ({ index }) => word.slice(0, index) + word.slice(index + 1) === typed,
  )

const CYRILLIC = /\p{Script=Cyrillic}/u
const ENDING_LETTERS = 3

/**
 * In Russian and Kyrgyz the ending says the case, the number and the person, so another ending is another answer (город, города).
 * A length that differs by two is a negation inside a Kyrgyz verb (жазылган, жазылбаган).
 */
const hasSameEnding = (typed: string, word: string): boolean =>
  typed.slice(-ENDING_LETTERS) === word.slice(-ENDING_LETTERS) && Math.abs(typed.length - word.length) <= 1

// A short Kyrgyz root carries long endings: one letter makes another verb (жазылган, жабылган).
const VERB_ENDING = /(?:[ыиуү][лнш])?(?:[гк][аеоө]н|[аеоө]т)$/
const hasLongStem = (word: string): boolean => {
  const ending = VERB_ENDING.exec(word)?.[0] ?? ''
  return ending === '' || word.length - ending.length >= SHORTEST_FORGIVEN
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

/** No typo changes the length of a word by more. */
const MOST_TYPOS = 2

/**
 * The words of a text that could be taken for a typo of one in the answers. Where `matchText` asks whether what was typed stands
 * elsewhere in the document, these say as much as all of it: what is not near to the answer is never forgiven.
 */
export function nearWords(text: string, answers: readonly string[]): readonly string[] {
  const wanted = answers.flatMap((answer) => tokenise(answer).filter(({ kind }) => kind !== 'exact'))
  const near = wanted.flatMap(({ value }) => {
    const spellings = [...new Set([value, plainLetters(value)])]
    const letters = new Set(spellings.map((spelling) => spelling.charAt(0)))
    const words = [...letters].flatMap((letter) => wordsOf(text).get(letter) ?? [])
    return words.filter((word) => word === spellings[1] || spellings.some((spelling) => isNear(word, spelling)))
  })
  return [...new Set(near)]
}

function isNear(word: string, wanted: string): boolean {
  if (Math.abs(word.length - wanted.length) > MOST_TYPOS + PLURAL) return false
  const read = tokenise(word)[0]?.value ?? word
  return read !== wanted && typosIn(read, wanted) !== null
}

/** The ending that is folded away. */
const PLURAL = 2

// The cards of a session are of one document mostly.
const wordsOf = memoize((text): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>()
  for (const word of new Set(foldLetters(text).match(/[\p{L}\p{M}]+/gu))) {
    const letter = word.charAt(0)
    const row = words.get(letter)
    if (row) row.push(word)
    else words.set(letter, [word])
  }
  return words
}, 1)
