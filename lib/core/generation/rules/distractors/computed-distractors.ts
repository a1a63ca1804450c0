import type { Span } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import { numberValue, numberWord } from '../../../language/english/numbers'
import { seedOf, shuffled } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Distractor } from './text-distractors'

const YEAR = /\b(?:1\d{3}|20\d{2}|\d{2,4}(?= (?:BCE|CE|BC|AD)))\b/g
const SHORT_PERIOD = /\b(1\d{3}|20\d{2})([–-])(\d{2})(?!\d)/g
// Core has no clock; later years may be in the future.
const LATEST_YEAR = 2025
const YEAR_STEPS = [-9, -8, -7, -6, -5, -4, 4, 5, 6, 7, 8, 9] as const
// Within living memory a decade makes a date absurd.
const MODERN_STEPS = [-7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7] as const
const MODERN = 1900
const SMALL_STEPS = [-3, -2, -1, 1, 2, 3] as const
const FACTORS = [0.4, 0.5, 0.7, 0.8, 1.25, 1.5, 2, 2.5] as const
const SMALL = 12
const COMMAS = new Intl.NumberFormat('en-US')

/** Before and after the other years of the statement as the right date is: "in 1983 until 1981" would give itself away. */
export function keepsYears(date: string, { statement, answer }: Fact): boolean {
  const others = (statement.replace(answer, ' ').match(YEAR) ?? []).map(Number)
  const [put] = (date.match(YEAR) ?? []).map(Number)
  const [said] = (answer.match(YEAR) ?? []).map(Number)
  if (put === undefined || said === undefined) return true
  return others.every((number) => Math.sign(put - number) === Math.sign(said - number))
}

/** The same date in years near by that the document never names. */
export function computedYears({ fact }: Claim, years: ReadonlySet<string>): Distractor[] {
  const last = Number((fact.answer.match(YEAR) ?? []).at(-1))
  const steps = shuffled<number>(last >= MODERN ? MODERN_STEPS : YEAR_STEPS, seedOf(fact.id))
  const grain = grainOf((fact.answer.match(YEAR) ?? []).map(Number))
  return steps
    .map((step) => shifted(fact.answer, step * grain))
    .filter(
      (date) =>
        date !== fact.answer &&
        keepsYears(date, fact) &&
        (date.match(YEAR) ?? []).every((year) => Number(year) <= LATEST_YEAR && !years.has(year)),
    )
    .map((date) => ({ text: date, reason: notInText(fact.answer, date) }))
}

/** Exact years would stand out beside "800 BC" and "1500 to 1850". */
function grainOf(years: readonly number[]): number {
  if (years.every((year) => year % 100 === 0)) return Math.max(...years) < 1000 ? 50 : 10
  return years.length === 2 && years.every((year) => year % 10 === 0) ? 10 : 1
}

/** The date so many years on; of "1623–25" both halves, unless a century would turn. */
function shifted(date: string, step: number): string {
  const short = date.replace(SHORT_PERIOD, (whole, from: string, dash: string, to: string) => {
    const last = Number(to) + step
    return last < 10 || last > 99 ? whole : `${Number(from) + step}${dash}${last}`
  })
  if (date.search(SHORT_PERIOD) >= 0) return short
  return date.replace(YEAR, (year) => String(Number(year) + step))
}

/** Numbers near by, written as the key is: in words, with commas, with as many zeros; with where the text says them of something else. */
export function computedNumbers({ fact }: Claim, figures: ReadonlyMap<string, Span>): Distractor[] {
  const [, figure = fact.answer, scale = ''] = SCALED.exec(fact.answer) ?? []
  const value = numberValue(figure)
  if (value === null || value < 2) return []
  const near =
    value <= SMALL
      ? SMALL_STEPS.map((step) => round(value + step, value)).filter((n) => n >= 2)
      : FACTORS.map((factor) => round(value * factor, value))
  const top =
    fact.statement.includes(`${fact.answer}%`) || fact.statement.includes(`${fact.answer} percent`)
      ? 99
      : Number.POSITIVE_INFINITY
  const others = otherNumbers(fact)
  const written = [...new Set(near)]
    .filter((n) => n !== value && n <= top && keepsOrder(n, value, others) && isFar(n, value, fact))
    .map((n) => `${write(n, figure)}${scale}`)
  // Beside "fifteen" a number in digits would stand out.
  const alike = written.filter((text) => /^\d/.test(text) === /^\d/.test(fact.answer))
  return shuffled(alike, seedOf(fact.id)).map((text) => {
    const said = figures.get(text)
    return said
      ? { text, reason: ofSomethingElse(fact.answer, text), span: said }
      : { text, reason: notInText(fact.answer, text) }
  })
}

/** Of "about 40" 35 would be as right. */
const isFar = (n: number, value: number, { statement, answer }: Fact): boolean =>
  Math.abs(Math.log(n / value)) >= FAR ||
  !new RegExp(`\\b(?:about|around|approximately|roughly|nearly|almost|some|estimated)(?: at)? ${answer}`).test(
    statement,
  )
const FAR = Math.log(1.4)
const SCALED = /^([\d.,]+)( (?:thousand|million|billion|trillion))$/

/** The figures beside the answer in its statement, years left out. */
function otherNumbers({ statement, answer }: Fact): number[] {
  const rest = statement.replace(answer, ' ')
  return (rest.match(/\d[\d,]*(?:\.\d+)?/g) ?? [])
    .filter((figure) => !/^(?:1\d{3}|20\d{2})$/.test(figure))
    .map((figure) => Number(figure.replaceAll(',', '')))
}

/** "139th out of 176": what is less than another figure of the sentence stays less. */
const keepsOrder = (n: number, value: number, others: readonly number[]): boolean =>
  others.every((number) => Math.sign(n - number) === Math.sign(value - number))

/** Keeps the grain of the number: 7,000,000 stays in millions, 35 in ones. */
function round(value: number, like: number): number {
  if (!Number.isInteger(like)) return Number(value.toFixed(String(like).split('.')[1]?.length ?? 1))
  let grain = 1
  while (like % (grain * 10) === 0) grain *= 10
  return Math.max(grain, Math.round(value / grain) * grain)
}

function write(value: number, like: string): string {
  if (/^\p{L}/u.test(like)) return numberWord(value)
  return like.includes(',') ? COMMAS.format(value) : String(value)
}

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

/** Why a computed number or date is wrong: nowhere in the text. */
function notInText(said: string, put: string): string {
  return `The text says ${said}. It never mentions ${put}.`
}

/** Why a computed number is wrong that the text says of something else. */
function ofSomethingElse(said: string, put: string): string {
  return `The text says ${said}. It says ${put} of something else.`
}
