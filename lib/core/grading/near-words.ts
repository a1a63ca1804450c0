import { remembered } from '../shared/memoize'
import { slips } from './is-slip'
import { foldLetters, tokenise } from './tokenise'

/** No slip changes the length of a word by more. */
const MOST_SLIPS = 2

/**
 * The words of a text that could be taken for a slip of one in the answers. Where `matchText` asks whether what was typed stands
 * elsewhere in the document, these say as much as all of it: what is not near to the answer is never forgiven.
 */
export function nearWords(text: string, answers: readonly string[]): readonly string[] {
  const wanted = answers.flatMap((answer) => tokenise(answer).filter(({ kind }) => kind !== 'exact'))
  const near = wanted.flatMap(({ value }) => {
    const words = wordsOf(text).get(value.charAt(0)) ?? []
    return words.filter((word) => isNear(word, value))
  })
  return [...new Set(near)]
}

function isNear(word: string, wanted: string): boolean {
  if (Math.abs(word.length - wanted.length) > MOST_SLIPS + PLURAL) return false
  const read = tokenise(word)[0]?.value ?? word
  return read !== wanted && slips(read, wanted) !== null
}

/** The ending that is folded away. */
const PLURAL = 2

// The cards of a session are of one document mostly.
const wordsOf = remembered((text): ReadonlyMap<string, readonly string[]> => {
  const words = new Map<string, string[]>()
  for (const word of new Set(foldLetters(text).match(/[\p{L}\p{M}]+/gu))) {
    const letter = word.charAt(0)
    const row = words.get(letter)
    if (row) row.push(word)
    else words.set(letter, [word])
  }
  return words
}, 1)
