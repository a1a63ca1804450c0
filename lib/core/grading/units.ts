import { numberInWords } from '../language/english/numbers'
import type { Token } from './normalise-tokens'
import { tokenise } from './tokenise'

/** A unit's words, in English, Russian and Kyrgyz, and the usual abbreviations, in lower case. */
type Unit = { readonly word: RegExp; readonly short: ReadonlySet<string> }

const unit = (english: string, cyrillic: string, short = ''): Unit => ({
  word: new RegExp(`^(?:(?:${english})s?|(?:${cyrillic})\\p{L}*)$`, 'u'),
  short: new Set(short.split(' ')),
})

const UNITS: readonly Unit[] = [
  unit('percent', 'процент|пайыз', '%'),
  unit('kilomet(?:re|er)', 'километр', 'km км'),
  unit('met(?:re|er)', 'метр', 'm м'),
  unit('centimet(?:re|er)', 'сантиметр', 'cm см'),
  unit('millimet(?:re|er)', 'миллиметр', 'mm мм'),
  unit('kilogram(?:me)?', 'килограмм', 'kg кг'),
  unit('gram(?:me)?', 'грамм', 'g г'),
  unit('milligram(?:me)?', 'миллиграмм', 'mg мг'),
  unit('tonne|ton', 'тонн', 't т'),
  unit('lit(?:re|er)', 'литр', 'l л'),
  unit('millilit(?:re|er)', 'миллилитр', 'ml мл'),
  unit('hour', 'час|саат', 'h hr hrs ч'),
  unit('minute', 'минут|мүнөт', 'min мин'),
  unit('second', 'секунд', 's sec с сек'),
  unit('degree', 'градус', '°'),
  unit('celsius', 'цельси', 'c с'),
]

/** Words without an abbreviation that also say what a number counts, or that stand before a unit. */
const OTHER_UNIT =
  /^(?:(?:year|month|week|day|mile|acre|hectare|dollar|euro|pound|ro?uble|som)s?|foot|feet|inch(?:es)?|square|cubic|год[ау]?|лет|месяц\p{L}*|недел\p{L}*|дн(?:я|ей|и)|день|сут(?:ки|ок)|гектар\p{L}*|рубл\p{L}*|сомов|сома|сом|жыл|ай|күн|квадратн\p{L}+|кубическ\p{L}+|чарчы)$/u

const isWordOf = ({ word }: Unit, { said }: Token): boolean => word.test(said)
const isShortFor = ({ short }: Unit, { said }: Token): boolean => short.has(said)

/**
 * What was typed with the unit of the key in the key's own form, where one of the two is an abbreviation: "5 км" for
 * "5 километров". Two words stay as they are: in Russian and Kyrgyz another ending is another word.
 */
export function withUnitsOf(wanted: readonly Token[], given: readonly Token[]): readonly Token[] {
  if (given.length !== wanted.length) return given
  return given.map((token, at) => {
    const twin = wanted[at]
    const counts = given.slice(0, at).some(({ kind }) => kind === 'exact')
    return twin && counts && UNITS.some((unit) => isSameUnit(unit, token, twin)) ? twin : token
  })
}

const isSameUnit = (unit: Unit, token: Token, twin: Token): boolean =>
  (isShortFor(unit, token) && (isWordOf(unit, twin) || isShortFor(unit, twin))) ||
  (isWordOf(unit, token) && isShortFor(unit, twin))

/** A number with its unit and nothing else: "72 percent", "35 degrees Celsius". */
function isMeasure([number, ...units]: readonly Token[]): boolean {
  const isUnit = (token: Token) =>
    OTHER_UNIT.test(token.said) || UNITS.some((unit) => isWordOf(unit, token) || isShortFor(unit, token))
  return number?.kind === 'exact' && units.length > 0 && units.every(isUnit)
}

/** Longer than a number with its unit is. */
const MOST_CHARACTERS = 80

/** Whether the number of a key says enough without its unit: the document says it of nothing else. */
export function mayLackUnit(key: string, documentText: string): boolean {
  const wanted = tokenise(key)
  if (!isMeasure(wanted)) return false
  return placesOf(key, wanted, documentText).every((place) => {
    const [number, ...rest] = tokenise(clauseAt(documentText, place))
    if (number?.value !== wanted[0]?.value || rest.length === 0) return true
    const said = withUnitsOf(wanted, [...wanted.slice(0, 1), ...rest.slice(0, wanted.length - 1)])
    return wanted.every(({ value }, at) => said[at]?.value === value)
  })
}

/** Where the document has the number's first word or figures. */
function placesOf(key: string, [number]: readonly Token[], documentText: string): readonly number[] {
  const figures = /^n(\d+)/.exec(number?.value ?? '')?.[1] ?? ''
  const spelled = [/^\S+/.exec(key.trim())?.[0] ?? '', figures, numberInWords(Number(figures)) ?? '']
  const first = [...new Set(spelled)].filter(Boolean).map((text) => text.replace(/[^\p{L}\p{N}]/gu, '.'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,])(?:${first.join('|')})(?!\\p{N})`, 'giu')
  return [...documentText.matchAll(pattern)].map(({ index }) => index)
}

/** Until the next mark that ends what a number is said of. */
const clauseAt = (text: string, at: number): string =>
  /^.*?(?=[;:!?()\n]|[.,](?!\d)|$)/u.exec(text.slice(at, at + MOST_CHARACTERS))?.[0] ?? ''
