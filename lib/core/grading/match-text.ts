import { distance } from 'fastest-levenshtein'
import { MONTHS_LOWER } from '../language/english/numbers'
import { slips } from './is-slip'
import { NUMBER_WORDS } from './number-words'
import type { Token } from './token'
import { foldLetters, tokenise } from './tokenise'

/** How a typed answer meets a key: as it stands, with small slips, or not at all. */
export type Match = 'same' | 'slip' | 'other'

/** One slip for every so many letters of the whole answer, and one more. */
const LETTERS_PER_SLIP = 12
const SHORTEST_CLOSED_WORD = 5
const CLOSED_WORDS = [...MONTHS_LOWER, ...NUMBER_WORDS]

/**
 * Compares a typed answer with a key as R15 asks: articles, plural, case, hyphens, diacritics and number words are no
 * difference; small slips are forgiven by length. A slip is never forgiven when it makes another number or date, or a
 * word that stands in `elsewhere` (the document's text): that is another answer, not a slip.
 */
export function matchText(typed: string, key: string, elsewhere: string): Match {
  if (typed.trim() === key.trim()) return 'same'
  const [given, wanted] = [tokenise(typed), tokenise(key)]
  if (given.length === 0 || wanted.length === 0) return 'other'
  if (joined(given) === joined(wanted)) return 'same'
  return onlySlips(given, wanted, elsewhere) ? 'slip' : 'other'
}

/** Words are run together, so that co-operation, co operation and cooperation meet; numbers keep their borders. */
function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'exact' ? `#${token.value}#` : token.value)).join('')
}

function onlySlips(given: readonly Token[], wanted: readonly Token[], elsewhere: string): boolean {
  if (given.length !== wanted.length) return false
  let made = 0
  for (const [at, token] of wanted.entries()) {
    const typed = given[at]
    const more = typed ? slipsBetween(typed, token, elsewhere) : null
    if (more === null) return false
    made += more
  }
  const letters = wanted.reduce((sum, token) => sum + token.said.length, 0)
  return made <= 1 + Math.floor(letters / LETTERS_PER_SLIP)
}

function slipsBetween(typed: Token, wanted: Token, elsewhere: string): number | null {
  if (typed.kind === wanted.kind && typed.value === wanted.value) return 0
  if (typed.kind === 'exact') return null
  if (wanted.kind === 'exact') return isClosedSlip(typed.said, wanted.value) ? 1 : null
  const made = slips(typed.value, wanted.value)
  return made !== null && !standsIn(elsewhere, typed.said) ? made : null
}

/** "Febuary" can only mean February; a word as near to another number or month can mean either and is refused. */
function isClosedSlip(typed: string, wanted: string): boolean {
  if (typed.length < SHORTEST_CLOSED_WORD) return false
  const [only, ...more] = CLOSED_WORDS.filter((word) => word[0] === typed[0] && distance(word, typed) <= 1)
  return only !== undefined && more.length === 0 && tokenise(only)[0]?.value === wanted
}

function standsIn(text: string, said: string): boolean {
  if (text === '') return false
  return new RegExp(`(?<![\\p{L}\\p{M}])${said}(?![\\p{L}\\p{M}])`, 'u').test(foldLetters(text))
}
