import { matchText } from './match-text'
import type { Token } from './token'
import { tokenise } from './tokenise'

/** A number may be typed without its unit; with one, it has to be the right unit. */
export function matchNumber(typed: string, key: string, elsewhere: string): boolean {
  if (matchText(typed, key, elsewhere) !== 'other') return true
  const given = tokenise(typed)
  const wanted = numbersOf(tokenise(key))
  return wanted !== '' && given.every(isNumber) && numbersOf(given) === wanted
}

function numbersOf(tokens: readonly Token[]): string {
  return tokens
    .filter(isNumber)
    .map((token) => token.value)
    .join(' ')
}

function isNumber(token: Token): boolean {
  return token.kind === 'exact'
}
