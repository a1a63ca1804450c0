import { MONTHS, numberValue } from '../language/english/numbers'
import { GAP } from '../shared/gap'

const SMALL = /^(?:of|the|a|an|and|or|in|on|at|to|for|by|with|from|as)$/i

const MONTH = `(?:${MONTHS.join('|')})`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const TIMES: readonly (readonly [string, RegExp])[] = [
  ['day, month and year', new RegExp(`^(?:${DAY} ${MONTH},? \\d{4}|${MONTH} ${DAY}, \\d{4})$`)],
  ['month and year', new RegExp(`^${MONTH} \\d{4}$`)],
  ['day and month', new RegExp(`^(?:${DAY} ${MONTH}|${MONTH} ${DAY})$`)],
  // "The 1800s" are as often a century.
  ['decade', /^(?:the )?\d{2,3}[1-9]0s$/],
  ['century', /^(?:the )?\d{1,2}(?:st|nd|rd|th) century(?: (?:BC|BCE|AD|CE))?$/],
]

/** What kind of time an answer is, "century" or "month and year": nothing else in a gap says that a time is wanted, nor how exact. */
export const timeOf = (answer: string): string | null => TIMES.find(([, form]) => form.test(answer))?.[0] ?? null

/**
 * How the words of an answer begin: "p… m… of the s…". What is typed has one right wording where its letters are known; without
 * them any other word for the thing would be as right, and be marked wrong. A figure needs none.
 */
export function lettersOf(answer: string): string | null {
  if (!/^\p{L}/u.test(answer) || /\d/.test(answer) || numberValue(answer) !== null) return null
  return answer
    .split(/\s+/)
    .map((word) => (SMALL.test(word) ? word : word.replace(/\p{L}[\p{L}’'‘.]*/gu, (part) => `${part.charAt(0)}…`)))
    .join(' ')
}

/** What is told of an answer to be typed: how its words begin, or what kind of time it is. */
const hintOf = (answer: string): string | null => timeOf(answer) ?? lettersOf(answer)

const PART = `(?:(?:\\p{L}…[^\\p{L}\\s()]*)+|of|the|an?|and|or|in|on|at|to|for|by|with|from|as)`
const LETTERS = new RegExp(` \\((?=[^()]*…)${PART}(?: ${PART})*\\)`, 'iu')
const TIME = new RegExp(`(?<=${GAP}|\\?) \\((?:${TIMES.map(([time]) => time).join('|')})\\)`)

/** Whether a stem tells how the words of its answer begin. */
export const showsLetters = (stem: string): boolean => LETTERS.test(stem)

/** What a stem says without the help. */
export const withoutHint = (stem: string): string => stem.replace(LETTERS, '').replace(TIME, '')

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
