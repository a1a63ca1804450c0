import { memoizeRecent } from '../../shared/memoize'
import type { AnswerKind } from './names'
import { MONTHS_LOWER } from './numbers'
import type { Range } from './phrases'
import { lowerAt, type Token } from './tokens'

export type TimePhrase = Range & {
  /** The date without its preposition, as a range. */
  readonly value: Range
  readonly kind: AnswerKind
  readonly preposition: string
}

const YEAR = /^(?:1\d{3}|20\d{2})s?$/
const YEARS = /^(?:1\d{3}|20\d{2})[–-](?:\d{2}|\d{4})$/
const SEASON = /^(?:spring|summer|autumn|fall|winter|late|early|mid|middle|beginning|end|eve)$/
const PREPOSITION = /^(?:in|on|since|until|by|during|between|from|after|before|around|about|circa|of)$/

/** Phrases that say when, by an own grammar: "in 1785", "in the spring of 1349", "between 1361 and 1528", "on 4 July 1776". */
export const timePhrases: (tokens: readonly Token[]) => readonly TimePhrase[] = memoizeRecent(readTimes)

function readTimes(tokens: readonly Token[]): TimePhrase[] {
  const found: TimePhrase[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || token.tag === 'PUNCT' || !PREPOSITION.test(token.lower)) continue
    // "resulted in 1850 deaths": what came of it.
    if (/^result/.test(lowerAt(tokens, at - 1))) continue
    const phrase = phraseAt(tokens, at, token.lower)
    if (phrase) {
      found.push(phrase)
      at = phrase.to - 1
    }
  }
  return found
}

function phraseAt(tokens: readonly Token[], at: number, preposition: string): TimePhrase | null {
  const pair = preposition === 'between' || preposition === 'from'
  const end = dateEnd(tokens, at + 1)
  if (end === at + 1) return null
  if (!pair)
    return { from: at, to: end, value: { from: at + 1, to: end }, kind: kindOf(tokens, at + 1, end), preposition }
  if (!/^(?:and|to|until|till|through)$/.test(tokens[end]?.lower ?? '')) return null
  const last = dateEnd(tokens, end + 1)
  return last === end + 1 ? null : { from: at, to: last, value: { from: at, to: last }, kind: 'period', preposition }
}

const kindOf = (tokens: readonly Token[], from: number, to: number): AnswerKind => {
  const text = tokens[from]?.text ?? ''
  if (to - from > 1) return 'date'
  return YEARS.test(text) ? 'period' : /s$/.test(text) ? 'date' : 'year'
}

/** The end of a date that begins at `from`, `from` when none does. A date names a year or a century. */
function dateEnd(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_DATE); at++) {
    if (isYear(tokens, at)) return afterEra(tokens, at + 1)
    if (isCentury(tokens, at)) return afterEra(tokens, at + 2)
    if (!isDatePart(tokens, at)) return from
  }
  return from
}

const ERA = /^(?:bce|ce|bc|ad|b\.c\.|a\.d\.)$/
const afterEra = (tokens: readonly Token[], at: number): number => (ERA.test(lowerAt(tokens, at)) ? at + 1 : at)

const LONGEST_DATE = 7

const isYear = (tokens: readonly Token[], at: number): boolean =>
  YEAR.test(lowerAt(tokens, at)) ||
  YEARS.test(lowerAt(tokens, at)) ||
  (/^\d{1,4}$/.test(lowerAt(tokens, at)) && ERA.test(lowerAt(tokens, at + 1)))
const isCentury = (tokens: readonly Token[], at: number): boolean =>
  ORDINAL.test(lowerAt(tokens, at)) && /^(?:century|centuries)$/.test(lowerAt(tokens, at + 1))
const ORDINAL =
  /^(?:\d{1,2}(?:st|nd|rd|th)|[a-z-]*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth))$/

function isDatePart(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  if (word === ',') return /^\d{1,2}$/.test(lowerAt(tokens, at - 1)) || MONTHS_LOWER.includes(lowerAt(tokens, at - 1))
  return MONTHS_LOWER.includes(word) || SEASON.test(word) || PART.test(word)
}

const PART =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|the|half|quarter|decade|decades|years|year|first|second|last|of|(?:late|early|mid)-.*)$/
