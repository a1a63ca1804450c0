import type { Card } from './as-card'
import { showsLetters } from './hint'

/**
 * The beginning of an answer as a hint: so many of its letters and figures, with what stands between them, then "…". Never all
 * of it, so that something is left to recall; of what has one letter only, none.
 */
export function firstLetters(answer: string, letters: number): string {
  const whole = [...answer].filter(isLetter).length
  const shown = Math.min(letters, whole - 1)
  let told = ''
  let count = 0
  for (const letter of answer) {
    if (isLetter(letter) && count++ >= shown) break
    told += letter
  }
  return `${told.trimEnd()}…`
}

/** How many hints there are to be had of an answer, one a letter. */
export function hintsIn(answer: readonly string[]): number {
  return Math.max(0, ...answer.map((entry) => [...entry].filter(isLetter).length - 1))
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter)
}

/** What so many hints tell of a card's answer, more than its front tells. */
export const toldByHints = ({ front, back }: Card, hints: number): string =>
  back.map((entry) => firstLetters(entry, lettersIn(front) + hints)).join(', ')

/** How many letters of the answer a front tells already: a hint goes on from there. */
export const lettersIn = (front: string): number => (showsLetters(front) ? 1 : 0)
