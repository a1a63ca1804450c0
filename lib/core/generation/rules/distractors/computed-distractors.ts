import type { Fact } from '../../../fact/fact'
import { numberValue, numberWord } from '../../../language/english/numbers'
import { seedOf, shuffled } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Distractor } from './distractor-pool'

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
function keepsYears(date: string, { statement, answer }: Fact): boolean {
  const [put = 0, said = 0] = [yearsIn(date)[0], yearsIn(answer)[0]]
  return yearsIn(statement.replace(answer, ' ')).every((year) => Math.sign(put - year) === Math.sign(said - year))
}

const yearsIn = (text: string): number[] => (text.match(YEAR) ?? []).map(Number)

/** The same date in years near by that the document never names. */
export function computedYears({ fact }: Claim, years: ReadonlySet<string>): Distractor[] {
  const { answer } = fact
  const said = yearsIn(answer)
  // Exact years would stand out beside "800 BC" and "1500 to 1850".
  const isRound = (unit: number) => said.every((year) => year % unit === 0)
  const grain = isRound(100) ? (Math.max(...said) < 1000 ? 50 : 10) : said.length === 2 && isRound(10) ? 10 : 1
  const steps = Math.max(...said) >= MODERN ? MODERN_STEPS : YEAR_STEPS
  return shuffled<number>(steps, seedOf(fact.id))
    .map((step) => shifted(answer, step * grain))
    .filter(
      (date) =>
        date !== answer &&
        keepsYears(date, fact) &&
        yearsIn(date).every((year) => year <= LATEST_YEAR && !years.has(String(year))),
    )
    .map((date) => ({ text: date, reason: notInText(answer, date) }))
}

/** The date so many years on; of "1623–25" both halves, unless a century would turn. */
function shifted(date: string, step: number): string {
  if (date.search(SHORT_PERIOD) < 0) return date.replace(YEAR, (year) => String(Number(year) + step))
  return date.replace(SHORT_PERIOD, (whole, from: string, dash: string, to: string) => {
    const last = Number(to) + step
    return last < 10 || last > 99 ? whole : `${Number(from) + step}${dash}${last}`
  })
}

/** Numbers near by that the text never says, written as the key is: in words, with commas, with as many zeros. */
export function computedNumbers({ fact }: Claim, figures: ReadonlySet<string>): Distractor[] {
  const { answer, statement } = fact
  const [, figure = answer, scale = ''] = /^([\d.,]+)( (?:thousand|million|billion|trillion))$/.exec(answer) ?? []
  const value = numberValue(figure) ?? 0
  const most =
    statement.includes(`${answer}%`) || statement.includes(`${answer} percent`) ? 99 : Number.POSITIVE_INFINITY
  const others = (statement.replace(answer, ' ').match(/\d[\d,]*(?:\.\d+)?/g) ?? [])
    .map((other) => Number(other.replaceAll(',', '')))
    .filter((other) => other < 1000 || other > 2100)
  const near = value <= SMALL ? SMALL_STEPS.map((step) => value + step) : FACTORS.map((factor) => value * factor)
  const written = [...new Set(near.map((number) => round(number, value)))]
    .filter(
      (number) =>
        value >= 2 &&
        number >= 2 &&
        number !== value &&
        number <= most &&
        // "139th out of 176": what is less than another figure of the sentence stays less.
        others.every((other) => Math.sign(number - other) === Math.sign(value - other)) &&
        isFar(number, value, fact),
    )
    .map((number) => `${write(number, figure)}${scale}`)
    // Beside "fifteen" a number in digits would stand out.
    .filter((text) => /^\d/.test(text) === /^\d/.test(answer) && !figures.has(text))
  return shuffled(written, seedOf(fact.id)).map((text) => ({ text, reason: notInText(answer, text) }))
}

/** Of "about 40" 35 would be as right. */
const isFar = (number: number, value: number, { statement, answer }: Fact): boolean =>
  Math.abs(Math.log(number / value)) >= FAR ||
  !new RegExp(`\\b(?:about|around|approximately|roughly|nearly|almost|some|estimated)(?: at)? ${answer}`).test(
    statement,
  )
const FAR = Math.log(1.4)

/** Keeps the grain of the number: 7,000,000 stays in millions, 35 in ones. */
function round(value: number, like: number): number {
  if (!Number.isInteger(like)) return Number(value.toFixed(String(like).split('.')[1]?.length ?? 1))
  let grain = 1
  while (like > 0 && like % (grain * 10) === 0) grain *= 10
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
  return [...less.slice(0, below), ...more.slice(0, WRONG_OPTIONS - below)]
}

/** The first number of a date or count, in words or digits. */
function amountOf(text: string): number | null {
  const values = text.split(/[\s–-]+/).map((word) => numberValue(word.replace(/[%,.]$/, '')))
  return values.find((value) => value !== null) ?? null
}

const notInText = (said: string, put: string): string => `The text says ${said}. It never mentions ${put}.`
