const UNITS = 'zero one two three four five six seven eight nine'.split(' ')
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const UNIT_ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const TEEN_ORDINALS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ')
const TEN_ORDINALS = TENS.map((ten) => `${ten.slice(0, -1)}ieth`)
const SCALES = ['hundred', 'thousand', 'million', 'billion', 'trillion']

type Numeral = { readonly value: number; readonly class: 'unit' | 'teen' | 'ten' | 'scale'; readonly ordinal: boolean }

const NUMERALS: ReadonlyMap<string, Numeral> = new Map([
  ...numerals(UNITS, 'unit', (index) => index, false),
  ...numerals(TEENS, 'teen', (index) => index + 10, false),
  ...numerals(TENS, 'ten', (index) => (index + 2) * 10, false),
  ...numerals(SCALES, 'scale', scale, false),
  ...numerals(UNIT_ORDINALS, 'unit', (index) => index, true),
  ...numerals(TEEN_ORDINALS, 'teen', (index) => index + 10, true),
  ...numerals(TEN_ORDINALS, 'ten', (index) => (index + 2) * 10, true),
  ...numerals(
    SCALES.map((word) => `${word}th`),
    'scale',
    scale,
    true,
  ),
])

export const NUMBER_WORDS: readonly string[] = [...NUMERALS.keys()]

const LARGEST_PRINTED_WORD = 20

/** A count as a book prints it: words up to twenty, digits above. */
export function numberWord(count: number): string {
  return count <= LARGEST_PRINTED_WORD ? (numberInWords(count) ?? String(count)) : String(count)
}

/** "forty-two" for 42, from 0 to 99; null for every other number. */
export function numberInWords(value: number): string | null {
  const small = [...UNITS, ...TEENS][value]
  if (small !== undefined) return small
  const ten = TENS[Math.floor(value / 10) - 2]
  return ten === undefined ? null : value % 10 === 0 ? ten : `${ten}-${UNITS[value % 10]}`
}

/** "forty-second" for 42, from 0 to 99; null for every other number. */
export function ordinalInWords(value: number): string | null {
  const small = [...UNIT_ORDINALS, ...TEEN_ORDINALS][value]
  if (small !== undefined) return small
  const at = Math.floor(value / 10) - 2
  return (value % 10 === 0 ? TEN_ORDINALS[at] : TENS[at] && `${TENS[at]}-${UNIT_ORDINALS[value % 10]}`) ?? null
}

/** The value of "forty" or "twenty-five", in lower case; null for anything else and for 100 or more. */
export function valueOfWord(word: string): number | null {
  const said = readWhole(word)
  return said && !said.ordinal && said.value < 100 ? said.value : null
}

/** The value of "nineteenth" or "twenty-first", in lower case; null for anything else. */
export function valueOfOrdinal(word: string): number | null {
  const said = readWhole(word)
  return said?.ordinal ? said.value : null
}

function readWhole(word: string): SaidNumber | null {
  const parts = word.split('-')
  const said = readNumberWords(parts)
  return said?.length === parts.length ? said : null
}

/** The value of "four", "twenty-one", "dozen", "1,200" or "3.5"; null for anything else. */
export function numberValue(word: string): number | null {
  const lower = word.toLowerCase()
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(lower)) return Number(lower.replaceAll(',', ''))
  return lower === 'dozen' ? 12 : (valueOfWord(lower) ?? scaleOf(lower))
}

/** A number said in words at the start of `words`, and how many words say it. */
export type SaidNumber = { readonly value: number; readonly ordinal: boolean; readonly length: number }

/** Reads "twenty-one", "one hundred and five", "nineteen ninety-one" (a year), "twenty-first"; null when no number is said. */
export function readNumberWords(words: readonly string[]): SaidNumber | null {
  const first = readPhrase(words)
  if (!first || first.ordinal || first.length !== 1 || first.value < 10 || first.value > 20) return first
  // Years are said in two halves: nineteen ninety-one.
  const second = readPhrase(words.slice(1))
  if (!second || second.ordinal || second.value < 10 || second.value > 99) return first
  return { value: first.value * 100 + second.value, ordinal: false, length: 1 + second.length }
}

/** 1,000,000 for "million"; null for every other word. */
export function scaleOf(word: string): number | null {
  const numeral = NUMERALS.get(word)
  return numeral?.class === 'scale' && !numeral.ordinal ? numeral.value : null
}

type Sum = { total: number; group: number; last: Numeral | null }

function readPhrase(words: readonly string[]): SaidNumber | null {
  const sum: Sum = { total: 0, group: 0, last: null }
  let length = 0
  for (const [at, word] of words.entries()) {
    const numeral = NUMERALS.get(word)
    if (numeral && follows(sum.last, numeral)) {
      add(sum, numeral)
      length = at + 1
    } else if (!isAnd(word, sum.last)) break
    if (numeral?.ordinal) break
  }
  return sum.last ? { value: sum.total + sum.group, ordinal: sum.last.ordinal, length } : null
}

/** "one hundred and five" */
function isAnd(word: string, last: Numeral | null): boolean {
  return word === 'and' && last?.class === 'scale'
}

function follows(last: Numeral | null, next: Numeral): boolean {
  if (!last || next.class === 'scale' || last.class === 'scale') return true
  return last.class === 'ten' && next.class === 'unit' && next.value > 0
}

function add(sum: Sum, numeral: Numeral): void {
  if (numeral.class !== 'scale') sum.group += numeral.value
  else if (numeral.value === 100) sum.group = Math.max(sum.group, 1) * 100
  else {
    sum.total += Math.max(sum.group, 1) * numeral.value
    sum.group = 0
  }
  sum.last = numeral
}

function scale(index: number): number {
  return index === 0 ? 100 : 1000 ** index
}

function numerals(
  words: readonly string[],
  kind: Numeral['class'],
  valueAt: (index: number) => number,
  ordinal: boolean,
): [string, Numeral][] {
  return words.map((word, index) => [word, { value: valueAt(index), class: kind, ordinal }])
}

export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

export const MONTHS_LOWER: readonly string[] = MONTHS.map((month) => month.toLowerCase())
