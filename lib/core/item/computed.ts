import type { Claim } from '../fact/claim'
import { numberValue, numberWord } from '../language/english/number-words'
import type { Distractor } from './distractors'
import { seedOf, shuffled } from './seed'

const YEAR = /\b(?:1\d{3}|20\d{2}|\d{2,4}(?= (?:BCE|CE|BC|AD)))\b/g
const SHORT_PERIOD = /\b(1\d{3}|20\d{2})([–-])(\d{2})(?!\d)/g
// No clock: a year after this would be a guess at the future.
const LATEST_YEAR = 2025
const YEAR_STEPS = [-17, -11, -8, -5, -3, 4, 6, 9, 12, 16] as const
const SMALL_STEPS = [-3, -2, -1, 1, 2, 3] as const
const FACTORS = [0.4, 0.5, 0.7, 0.8, 1.25, 1.5, 2, 2.5] as const
const SMALL = 12
const COMMAS = new Intl.NumberFormat('en-US')

/** The same date in years near by that the document never names. */
export function computedYears({ fact }: Claim, years: ReadonlySet<string>): Distractor[] {
  const steps = shuffled(YEAR_STEPS, seedOf(fact.id))
  return steps
    .map((step) => shifted(fact.answer, step))
    .filter(
      (date) =>
        date !== fact.answer &&
        (date.match(YEAR) ?? []).every((year) => Number(year) <= LATEST_YEAR && !years.has(year)),
    )
    .map((date) => ({ text: date, reason: `Computed: the text says ${fact.answer}, and never mentions ${date}.` }))
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

/** Numbers near by, written as the key is: in words, with commas, with as many zeros. */
export function computedNumbers({ fact }: Claim): Distractor[] {
  const value = numberValue(fact.answer)
  if (value === null || value < 2) return []
  const near =
    value <= SMALL
      ? SMALL_STEPS.map((step) => value + step).filter((n) => n >= 2)
      : FACTORS.map((factor) => round(value * factor, value))
  const top =
    fact.statement.includes(`${fact.answer}%`) || fact.statement.includes(`${fact.answer} percent`)
      ? 99
      : Number.POSITIVE_INFINITY
  const written = [...new Set(near)].filter((n) => n !== value && n <= top).map((n) => write(n, fact.answer))
  return shuffled(written, seedOf(fact.id)).map((text) => ({ text, reason: `Computed: the text says ${fact.answer}.` }))
}

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
