import { distance } from 'fastest-levenshtein'

// A third of its letters may be wrong, and of a long word no more than three: beyond that it is another word.
const LETTERS_A_SLIP = 3
const MOST_SLIPS = 3

/** Which of the words somebody meant who typed another, or only its beginning; null: none of them. The first of equals. */
export function closestWord(typed: string, words: readonly string[]): string | null {
  if (words.includes(typed)) return typed
  const allowed = Math.min(MOST_SLIPS, Math.floor(typed.length / LETTERS_A_SLIP))
  const near = words
    .map((word) => ({ word, away: word.startsWith(typed) ? 0 : distance(typed, word) }))
    .filter(({ away }) => away <= allowed)
    .sort((left, right) => left.away - right.away)
  return near[0]?.word ?? null
}
