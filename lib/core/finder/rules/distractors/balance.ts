import { numberValue } from '../../../language/english/number-words'
import type { Distractor } from './distractor'

const WRONG_OPTIONS = 3

/**
 * Orders numeric wrong options so that the key is as often the least as the greatest of the first three: a key that always
 * stands between them could be guessed. The seed says how many of them are less.
 */
export function balanced(key: string, wrong: readonly Distractor[], seed: number): Distractor[] {
  const value = amountOf(key)
  if (value === null) return [...wrong]
  const less = wrong.filter(({ text }) => (amountOf(text) ?? value) < value)
  const more = wrong.filter(({ text }) => (amountOf(text) ?? value) > value)
  const below = Math.min(less.length, Math.max(seed % (WRONG_OPTIONS + 1), WRONG_OPTIONS - more.length))
  const first = [...less.slice(0, below), ...more.slice(0, WRONG_OPTIONS - below)]
  return [...first, ...wrong.filter((option) => !first.includes(option))]
}

/** The first number of a date or count, in words or digits. */
function amountOf(text: string): number | null {
  for (const word of text.split(/[\s–-]+/)) {
    const value = numberValue(word.replace(/[%,.]$/, ''))
    if (value !== null) return value
  }
  return null
}
