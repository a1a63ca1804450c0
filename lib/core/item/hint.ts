import { GAP } from '../fact/claim'
import { numberValue } from '../language/english/number-words'

const SMALL = /^(?:of|the|a|an|and|or|in|on|at|to|for|by|with|from|as)$/i

/**
 * How the words of an answer begin: "p… m… of the s…". What is typed has one right wording where its letters are known; without
 * them any other word for the thing would be as right, and be marked wrong. A figure needs none.
 */
export function hintOf(answer: string): string | null {
  if (!/^\p{L}/u.test(answer) || /\d/.test(answer) || numberValue(answer) !== null) return null
  return answer
    .split(/\s+/)
    .map((word) => (SMALL.test(word) ? word : word.replace(/\p{L}[\p{L}’'‘.]*/gu, (part) => `${part.charAt(0)}…`)))
    .join(' ')
}

const PART = `(?:(?:\\p{L}…[^\\p{L}\\s()]*)+|of|the|an?|and|or|in|on|at|to|for|by|with|from|as)`
const HINT = new RegExp(` \\((?=[^()]*…)${PART}(?: ${PART})*\\)`, 'iu')

/** What a stem says without the help. */
export const withoutHint = (stem: string): string => stem.replace(HINT, '')

/** The stem with the hint beside its gap, or at its end. */
export function withHint(stem: string, answer: string): string {
  const hint = hintOf(answer)
  if (hint === null) return stem
  return stem.includes(GAP) ? stem.replace(GAP, () => `${GAP} (${hint})`) : `${stem} (${hint})`
}

/** The letters of a new answer in the place of the old one's. */
export function hintedAnew(stem: string, [before = '']: readonly string[], [after = '']: readonly string[]): string {
  const hint = hintOf(before)
  if (hint === null || before === after || !stem.includes(` (${hint})`)) return stem
  return withHint(stem.replace(` (${hint})`, ''), after)
}
