import { distance } from 'fastest-levenshtein'
import { CYRILLIC_NUMBER_WORDS } from '../language/cyrillic-numbers'
import { MONTHS_LOWER, NUMBER_WORDS } from '../language/english/numbers'
import { hasKyrgyzLetters, plainLetters } from '../language/kyrgyz-letters'
import type { Token } from './normalise-tokens'
import { foldLetters, isPluralToken, tokenise } from './tokenise'
import { typosIn } from './typos'
import { withUnitsOf } from './units'

/** How a typed answer meets a key: as it stands, with small typos, or not at all. */
export type Match = 'same' | 'typo' | 'other'

/** One typo for every so many letters of the whole answer, and one more. */
const LETTERS_PER_TYPO = 12
const SHORTEST_CLOSED_WORD = 5
const CLOSED_WORDS = [...MONTHS_LOWER, ...NUMBER_WORDS, ...CYRILLIC_NUMBER_WORDS]

/**
 * Compares a typed answer with a key as R15 asks: articles, plural, case, hyphens, diacritics, number words and the
 * abbreviations of units are no difference, nor is the "one" of "one queen"; small typos are forgiven by length. A typo is
 * never forgiven when it makes another number or date, or a word that stands in `documentText` (the document's text): that is
 * another answer, not a typo.
 *
 * Many keyboards lack ө, ү and ң: о, у and н count for them in an answer that has none of these letters, unless the document
 * uses the word that was typed (көл, a lake; кол, a hand).
 */
export function matchText(typed: string, key: string, documentText: string): Match {
  if (typed.trim() === key.trim()) return 'same'
  const given = tokenise(typed)
  const match = matchKey(given, typed, key, documentText)
  if (match !== 'other' || hasKyrgyzLetters(typed) || !hasKyrgyzLetters(key)) return match
  const plain = plainLetters(key)
  const plainMatch = matchKey(given, typed, plain, documentText)
  return given.some(({ kind, said }) => kind === 'word' && isOtherWord(said, key, documentText)) ? 'other' : plainMatch
}

/** The document uses the word, and the key does not. */
const isOtherWord = (said: string, key: string, documentText: string): boolean =>
  !standsIn(key, said) && standsIn(documentText, said)

function matchKey(given: readonly Token[], typed: string, key: string, documentText: string): Match {
  const wanted = tokenise(key)
  if (given.length > 0 && isSameName(typed, key)) return 'same'
  const match = matchTokens(given, wanted, documentText)
  return match === 'other' && lacksOne(given, key) ? matchTokens(given, wanted.slice(1), documentText) : match
}

function matchTokens(given: readonly Token[], wanted: readonly Token[], documentText: string): Match {
  if (given.length === 0 || wanted.length === 0) return 'other'
  const read = withUnitsOf(wanted, given)
  if (joined(read) === joined(wanted)) return 'same'
  return hasOnlyTypos(read, wanted, documentText) ? 'typo' : 'other'
}

// Not "one another", "one of them", nor the name "One Nation".
const ONE = /^(?:one(?! (?:another|and|or|of|to|more|by|out|other)\b)|один|одна|одно) \p{L}/iu

/** "queen" or "a queen" for "one queen"; "queens" are more than one. */
function lacksOne(given: readonly Token[], key: string): boolean {
  const noun = given.at(-1)
  const isOne = ONE.test(key) && /^\S+ \p{Ll}/u.test(key)
  return isOne && given.every(({ kind }) => kind !== 'exact') && noun !== undefined && !isPluralToken(noun)
}

/** Words are run together, so that co-operation, co operation and cooperation meet; numbers keep their borders. */
function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'exact' ? `#${token.value}#` : token.value)).join('')
}

/** A number word in a name is no number: Жети-Өгүз and Жетиөгүз. */
function isSameName(typed: string, key: string): boolean {
  const written = (text: string) => foldLetters(text).replace(/[\s«»"„“”.-]+/g, '')
  const name = written(key)
  return /^\p{Script=Cyrillic}+$/u.test(name) && written(typed) === name
}

function hasOnlyTypos(given: readonly Token[], wanted: readonly Token[], documentText: string): boolean {
  if (given.length !== wanted.length) return false
  let made = 0
  for (const [at, token] of wanted.entries()) {
    const typed = given[at]
    const more = typed ? typosBetween(typed, token, documentText) : null
    if (more === null) return false
    made += more
  }
  const letters = wanted.reduce((sum, token) => sum + token.said.length, 0)
  return made <= 1 + Math.floor(letters / LETTERS_PER_TYPO)
}

function typosBetween(typed: Token, wanted: Token, documentText: string): number | null {
  if (typed.kind === wanted.kind && typed.value === wanted.value) return 0
  if (typed.kind === 'exact') return null
  if (wanted.kind === 'exact') return isClosedTypo(typed.said, wanted.value) ? 1 : null
  const made = typosIn(typed.value, wanted.value)
  return made !== null && !standsIn(documentText, typed.said) ? made : null
}

/** "Febuary" can only mean February; a word that is as near to another number or month can mean either. */
function isClosedTypo(typed: string, wanted: string): boolean {
  if (typed.length < SHORTEST_CLOSED_WORD) return false
  const near = CLOSED_WORDS.filter((word) => word[0] === typed[0] && distance(word, typed) <= 1)
  return near.length > 0 && near.every((word) => tokenise(word)[0]?.value === wanted)
}

function standsIn(text: string, said: string): boolean {
  if (text === '') return false
  return new RegExp(`(?<![\\p{L}\\p{M}])${said}(?![\\p{L}\\p{M}])`, 'u').test(foldLetters(text))
}

/** A number may be typed without its unit; with one, it has to be the right unit. */
export function matchNumber(typed: string, key: string, documentText: string): boolean {
  if (matchText(typed, key, documentText) !== 'other') return true
  const given = tokenise(typed)
  const wanted = numbersOf(tokenise(key))
  return wanted !== '' && given.every(isNumber) && numbersOf(given) === wanted
}

export const hasNumber = (text: string): boolean => tokenise(text).some(isNumber)

function numbersOf(tokens: readonly Token[]): string {
  return tokens
    .filter(isNumber)
    .map((token) => token.value)
    .join(' ')
}

function isNumber(token: Token): boolean {
  return token.kind === 'exact'
}
