import type { SaidNumber } from './english/numbers'
import { plainLetters } from './kyrgyz-letters'

const RUSSIAN_SMALL =
  'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'.split(
    ' ',
  )
const RUSSIAN_TENS = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто'.split(' ')
const KYRGYZ_SMALL = 'нөл бир эки үч төрт беш алты жети сегиз тогуз'.split(' ')
const KYRGYZ_TENS = 'он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон жүз'.split(' ')

const SMALL: ReadonlyMap<string, number> = new Map([
  ...RUSSIAN_SMALL.map((word, value): [string, number] => [word, value]),
  ...(['одна', 'одно'] as const).map((word): [string, number] => [word, 1]),
  ['две', 2],
  ...withPlain(KYRGYZ_SMALL, (index) => index),
])
const TENS: ReadonlyMap<string, number> = new Map([
  ...RUSSIAN_TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...withPlain(KYRGYZ_TENS, (index) => (index + 1) * 10),
])

export const CYRILLIC_NUMBER_WORDS: readonly string[] = [...SMALL.keys(), ...TENS.keys()]

/** Reads "пять", "двадцать один" and "жыйырма беш" at the start of `words`, up to a hundred; null when no number is said. */
export function readCyrillicNumber([first, second]: readonly string[]): SaidNumber | null {
  const ten = TENS.get(first ?? '')
  const unit = SMALL.get((ten === undefined ? first : second) ?? '')
  if (ten === undefined) return unit === undefined ? null : { value: unit, ordinal: false, length: 1 }
  const follows = unit !== undefined && unit > 0 && unit < 10 && ten < 100
  return follows ? { value: ten + unit, ordinal: false, length: 2 } : { value: ten, ordinal: false, length: 1 }
}

function withPlain(words: readonly string[], valueAt: (index: number) => number): [string, number][] {
  return words.flatMap((word, index): [string, number][] =>
    [...new Set([word, plainLetters(word)])].map((spelling) => [spelling, valueAt(index)]),
  )
}
