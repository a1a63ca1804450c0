import { MONTHS, numberValue } from '../language/english/numbers'
import { GAP } from '../shared/gap-placeholder'

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

/** What kind of time an answer is, "century" or "month and year": a gap alone does not show that a time is wanted, nor how exact. */
export const timeOf = (answer: string): string | null => TIMES.find(([, form]) => form.test(answer))?.[0] ?? null

/**
 * How the words of an answer begin: "p… m… of the s…". With its letters a typed answer has one right wording; without them a
 * synonym would be marked wrong. Figures need no hint.
 */
export function lettersOf(answer: string): string | null {
  if (!/^\p{L}/u.test(answer) || /\d/.test(answer) || numberValue(answer) !== null) return null
  return answer
    .split(/\s+/)
    .map((word) => (SMALL.test(word) ? word : word.replace(/\p{L}[\p{L}’'‘.]*/gu, (part) => `${part.charAt(0)}…`)))
    .join(' ')
}

/** The hint for a typed answer: how its words begin, or what kind of time it is. */
const hintOf = (answer: string): string | null => timeOf(answer) ?? lettersOf(answer)

const PART = `(?:(?:\\p{L}…[^\\p{L}\\s()]*)+|of|the|an?|and|or|in|on|at|to|for|by|with|from|as)`
const LETTERS = new RegExp(` \\((?=[^()]*…)${PART}(?: ${PART})*\\)`, 'iu')
const TIME = new RegExp(`(?<=${GAP}|\\?) \\((?:${TIMES.map(([time]) => time).join('|')})\\)`)

/** Whether a stem shows how the words of its answer begin. */
export const showsLetters = (stem: string): boolean => LETTERS.test(stem)

/** A stem without its hint. */
export const withoutHint = (stem: string): string => stem.replace(LETTERS, '').replace(TIME, '')

/** The stem with the hint beside its gap, or at its end. */
export function withHint(stem: string, answer: string): string {
  const hint = hintOf(answer)
  if (hint === null) return stem
  return stem.includes(GAP) ? stem.replace(GAP, () => `${GAP} (${hint})`) : `${stem} (${hint})`
}

/** A stem with the hint for a new answer in place of the old hint. */
export function hintedAnew(stem: string, [before = '']: readonly string[], [after = '']: readonly string[]): string {
  const hint = hintOf(before)
  if (hint === null || before === after || !stem.includes(` (${hint})`)) return stem
  return withHint(stem.replace(` (${hint})`, ''), after)
}

/**
 * The beginning of an answer as a hint: that many letters and figures, with what is between them, then "…". Never all of it, so
 * that something is left to recall; nothing of a single letter.
 */
export function firstLetters(answer: string, letters: number): string {
  const whole = [...answer].filter(isLetter).length
  const most = Math.min(letters, whole - 1)
  let shown = ''
  let count = 0
  for (const letter of answer) {
    if (isLetter(letter) && count++ >= most) break
    shown += letter
  }
  return `${shown.trimEnd()}…`
}

/** How many hints an answer has: one a letter. */
export function hintsIn(answer: readonly string[]): number {
  return Math.max(0, ...answer.map((entry) => [...entry].filter(isLetter).length - 1))
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter)
}

/** What that many hints show of a card's answer, beyond what its front shows. */
export const toldByHints = ({ front, back }: { front: string; back: readonly string[] }, hints: number): string =>
  back.map((entry) => firstLetters(entry, lettersIn(front) + hints)).join(', ')

/** How many letters of the answer the front already shows: hints continue from there. */
export const lettersIn = (front: string): number => (showsLetters(front) ? 1 : 0)
