import { readCyrillicNumber } from '../language/cyrillic-numbers'
import { MONTHS_LOWER, readNumberWords, scaleOf } from '../language/english/numbers'

/**
 * One piece of a typed answer. `exact` pieces (numbers, ordinals, months, ranges) are never forgiven a typo that makes
 * another of them; `said` is the piece as it was written, for measuring typos.
 */
export type Token = { readonly kind: 'word' | 'exact' | 'article'; readonly value: string; readonly said: string }

export function exact(value: string, said: string): Token {
  return { kind: 'exact', value, said }
}

/** Between two numbers: "1999–2000". */
export const DASH = exact('–', '–')

const MONTH_SHORT = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Words too, so a number must stand beside them or they must be the whole answer. */
const MONTHS_THAT_ARE_WORDS = new Set(['march', 'may', 'sept', ...MONTH_SHORT])

/** Brings pieces to one order and one form: number words, dates and ranges; articles and a leading "to" or "in" go. */
export function normaliseTokens(tokens: readonly Token[]): readonly Token[] {
  const steps = [dropArticles, readNumbers, dropYearWord, readMonths, orderDates, joinRanges, dropLead]
  return steps.reduce((read, step) => step(read), tokens)
}

function dropArticles(tokens: readonly Token[]): readonly Token[] {
  // An article with nothing after it is a name: "vitamin A".
  return tokens.filter((token, at) => token.kind !== 'article' || at === tokens.length - 1)
}

function readNumbers(tokens: readonly Token[]): readonly Token[] {
  const read: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const said = saidNumber(tokens, at) ?? scaledNumber(tokens, at)
    const token = tokens[at]
    if (said) read.push(said.token)
    else if (token) read.push(token)
    at += said?.length ?? 1
  }
  return read
}

/** "1961 год", "в 1961 году", "1961-жылы": the number alone says the year. */
function dropYearWord(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ said }, at) => !saysYear(said, tokens[at - 1]?.value ?? ''))
}

/** "г" is a gram as well, so it says a year only beside a likely one. */
function saysYear(said: string, before: string): boolean {
  if (/^(?:год|года|году|жыл|жылы)$/.test(said)) return /^n\d{3,4}$/.test(before)
  return /^[гж]$/.test(said) && /^n(?:1\d|20)\d\d$/.test(before)
}

type Read = { readonly token: Token; readonly length: number }

function saidNumber(tokens: readonly Token[], at: number): Read | null {
  const words: string[] = []
  for (let next = at; tokens[next]?.kind === 'word'; next += 1) words.push(tokens[next]?.said ?? '')
  const number = readNumberWords(words) ?? readCyrillicNumber(words)
  if (!number) return null
  // "60 second" is a time, not a rank.
  if (number.ordinal && isNumber(tokens[at - 1])) return null
  const said = words.slice(0, number.length).join(' ')
  return { token: exact(`${number.ordinal ? 'o' : 'n'}${number.value}`, said), length: number.length }
}

/** "1.5 million" is 1,500,000. */
function scaledNumber(tokens: readonly Token[], at: number): Read | null {
  const [number, word] = [tokens[at], tokens[at + 1]]
  const scale = isNumber(number) && word?.kind === 'word' ? scaleOf(word.said) : null
  if (scale === null || !number || !word) return null
  // Twelve digits: 1.1 × 1,000,000 must not become 1100000.0000000001.
  const value = Number((Number(number.value.slice(1)) * scale).toPrecision(12))
  return { token: exact(`n${value}`, `${number.said} ${word.said}`), length: 2 }
}

function readMonths(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const month = token.kind === 'word' ? monthOf(token.said) : null
    if (month === null) return token
    const beside = tokens.length === 1 || isCounted(tokens[at - 1]) || isCounted(tokens[at + 1]) || isOf(tokens[at - 1])
    return beside || !MONTHS_THAT_ARE_WORDS.has(token.said) ? exact(`m${month}`, token.said) : token
  })
}

function monthOf(said: string): number | null {
  const index = said === 'sept' ? 8 : Math.max(MONTHS_LOWER.indexOf(said), MONTH_SHORT.indexOf(said))
  return index < 0 ? null : index + 1
}

/** "May 12, 1991", "12th of May 1991" and "12 May 1991" are one date. */
function orderDates(tokens: readonly Token[]): readonly Token[] {
  const read = tokens.filter((token, at) => !(isOf(token) && isDay(tokens[at - 1]) && isMonth(tokens[at + 1])))
  for (let at = 0; at < read.length; at += 1) {
    const [before, month, after] = [read[at - 1], read[at], read[at + 1]]
    if (!month || !isMonth(month)) continue
    if (isDay(before)) read[at - 1] = cardinal(before)
    else if (isDay(after)) read.splice(at, 2, cardinal(after), month)
  }
  return read
}

/** "1999–2000", "1999 to 2000", "from 1999 to 2000" and "between 1999 and 2000" are one range. */
function joinRanges(tokens: readonly Token[]): readonly Token[] {
  const read: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const [first, joint, last] = [tokens[at], tokens[at + 1], tokens[at + 2]]
    const lead = read.at(-1)
    if (isNumber(first) && isNumber(last) && joins(joint, lead)) {
      if (lead?.kind === 'word' && /^(from|between)$/.test(lead.said)) read.pop()
      read.push(exact(`${first.value}..${sameCentury(first.value, last.value)}`, `${first.said}–${last.said}`))
      at += 2
    } else if (first) read.push(first)
  }
  return read
}

function joins(joint: Token | undefined, lead: Token | undefined): boolean {
  if (joint === DASH || /^(to|until|till|through)$/.test(joint?.said ?? '')) return true
  return joint?.said === 'and' && lead?.said === 'between'
}

/** "1914–18" ends in 1918. */
function sameCentury(first: string, last: string): string {
  return /^n\d{4}$/.test(first) && /^n\d{2}$/.test(last) ? `${first.slice(0, 3)}${last.slice(1)}` : last
}

function dropLead(tokens: readonly Token[]): readonly Token[] {
  const [lead, next] = tokens
  if (!lead || !next) return tokens
  const idle = lead.said === 'to' || (/^(in|on|в|во)$/.test(lead.said) && next.kind === 'exact')
  return idle ? tokens.slice(1) : tokens
}

function cardinal(token: Token): Token {
  return exact(`n${token.value.slice(1)}`, token.said)
}

function isNumber(token: Token | undefined): token is Token {
  return token?.kind === 'exact' && /^n-?[\d.e+]+$/.test(token.value)
}

function isCounted(token: Token | undefined): boolean {
  return token?.kind === 'exact' && /^[no]\d/.test(token.value)
}

function isDay(token: Token | undefined): token is Token {
  return token?.kind === 'exact' && /^[no]([1-9]|[12]\d|3[01])$/.test(token.value)
}

function isMonth(token: Token | undefined): boolean {
  return token?.kind === 'exact' && /^m\d+$/.test(token.value)
}

function isOf(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.said === 'of'
}
