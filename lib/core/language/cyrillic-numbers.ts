import type { SaidNumber } from './english/numbers'
import { plainLetters } from './kyrgyz-letters'

/** `times-hundred`: the Kyrgyz hundred, which a unit before it multiplies; `scale`: what all before it multiplies. */
type Class = 'unit' | 'teen' | 'ten' | 'hundred' | 'times-hundred' | 'scale'
type Numeral = { readonly value: number; readonly class: Class }

// Each row the forms of one number; words that are other words as well (семью, сорока) are left out. ё is written е.
const UNITS = [
  'один одна одно одного одной одному одним одном одну',
  'два две двух двум двумя',
  'три трех трем тремя',
  'четыре четырех четырем четырьмя',
  'пять пяти пятью',
  'шесть шести шестью',
  'семь семи',
  'восемь восьми восемью восьмью',
  'девять девяти девятью',
]
const TEENS =
  'десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(' ')
const TENS = [
  'двадцать двадцати двадцатью',
  'тридцать тридцати тридцатью',
  'сорок',
  'пятьдесят пятидесяти пятьюдесятью',
  'шестьдесят шестидесяти шестьюдесятью',
  'семьдесят семидесяти семьюдесятью',
  'восемьдесят восьмидесяти восемьюдесятью',
  'девяносто девяноста',
]
const HUNDREDS = [
  'сто ста',
  'двести двухсот двумстам двумястами двухстах',
  'триста трехсот тремстам тремястами трехстах',
  'четыреста четырехсот четыремстам четырьмястами четырехстах',
  'пятьсот пятисот пятистам пятьюстами пятистах',
  'шестьсот шестисот шестистам шестьюстами шестистах',
  'семьсот семисот семистам семьюстами семистах',
  'восемьсот восьмисот восьмистам восемьюстами восьмистах',
  'девятьсот девятисот девятистам девятьюстами девятистах',
]
const SCALES = [
  'тысяча тысячи тысяч тысячу тысяче тысячей тысячам тысячами миң',
  'миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами',
]

const KYRGYZ_UNITS = withPlain('бир эки үч төрт беш алты жети сегиз тогуз')
const KYRGYZ_TENS = withPlain('он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон')

const NUMERALS: ReadonlyMap<string, Numeral> = new Map([
  ...numerals(['ноль', ...withPlain('нөл')], 'teen', () => 0),
  ...numerals(UNITS, 'unit', (at) => at + 1),
  ...numerals(
    TEENS.map((stem) => `${stem}ь ${stem}и ${stem}ью`),
    'teen',
    (at) => at + 10,
  ),
  ...numerals(TENS, 'ten', (at) => (at + 2) * 10),
  ...numerals(HUNDREDS, 'hundred', (at) => (at + 1) * 100),
  ...numerals(SCALES, 'scale', (at) => 1000 ** (at + 1)),
  ...numerals(KYRGYZ_UNITS, 'unit', (at) => at + 1),
  ...numerals(KYRGYZ_TENS, 'ten', (at) => (at + 1) * 10),
  ...numerals(withPlain('жүз'), 'times-hundred', () => 100),
])

export const CYRILLIC_NUMBER_WORDS: readonly string[] = [...NUMERALS.keys()]

/** What may stand before: a hundred, a ten, a unit; a number from ten to nineteen is both of the last. */
const AFTER: Readonly<Record<Class, readonly (Class | 'start')[]>> = {
  scale: ['start', 'scale', 'hundred', 'times-hundred', 'ten', 'teen', 'unit'],
  hundred: ['start', 'scale'],
  'times-hundred': ['start', 'scale', 'unit'],
  ten: ['start', 'scale', 'hundred', 'times-hundred'],
  teen: ['start', 'scale', 'hundred', 'times-hundred'],
  unit: ['start', 'scale', 'hundred', 'times-hundred', 'ten'],
}

/**
 * Reads "пять", "четыреста тридцать семь", "ста восьми" and "эки жүз беш" at the start of `words`, up to millions; null when no number
 * is said.
 */
export function readCyrillicNumber(words: readonly string[]): SaidNumber | null {
  const said = numeralsAt(words)
  return said.length === 0 ? null : { value: sumOf(said), ordinal: false, length: said.length }
}

function numeralsAt(words: readonly string[]): readonly Numeral[] {
  const found: Numeral[] = []
  for (const word of words) {
    const numeral = NUMERALS.get(word)
    if (!numeral || !mayFollow(numeral, found)) break
    found.push(numeral)
  }
  return found
}

function mayFollow({ class: kind, value }: Numeral, before: readonly Numeral[]): boolean {
  const falls = kind !== 'scale' || before.every((other) => other.class !== 'scale' || other.value > value)
  return falls && AFTER[kind].includes(before.at(-1)?.class ?? 'start')
}

function sumOf(numerals: readonly Numeral[]): number {
  let [total, group] = [0, 0]
  for (const { class: kind, value } of numerals) {
    if (kind === 'scale') [total, group] = [total + Math.max(group, 1) * value, 0]
    else if (kind === 'times-hundred') group = Math.max(group, 1) * value
    else group += value
  }
  return total + group
}

function numerals(
  rows: readonly string[],
  kind: Class,
  valueAt: (row: number) => number,
): readonly [string, Numeral][] {
  return rows.flatMap((row, at) =>
    row.split(' ').map((word): [string, Numeral] => [word, { value: valueAt(at), class: kind }]),
  )
}

/** Each word with its spelling without ө, ү and ң. */
function withPlain(words: string): readonly string[] {
  return words.split(' ').map((word) => [...new Set([word, plainLetters(word)])].join(' '))
}
