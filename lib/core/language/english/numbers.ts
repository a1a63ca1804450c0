const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
// Maps: "constructor" is a word, and a property of every object.
const TENS: ReadonlyMap<string, number> = new Map([
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
])
const LARGE: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
])

/** A count as a book prints it: words up to twenty, digits above. */
export const numberWord = (count: number): string => SMALL[count] ?? String(count)

/** The value of "four", "twenty-one", "1,200" or "3.5"; null for anything else. */
export function numberValue(word: string): number | null {
  const lower = word.toLowerCase()
  const small = SMALL.indexOf(lower)
  if (small >= 0) return small
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(lower)) return Number(lower.replaceAll(',', ''))
  const [tens, unit] = lower.split('-')
  const base = TENS.get(tens ?? '')
  if (base !== undefined) return unit === undefined ? base : base + Math.max(0, SMALL.indexOf(unit))
  return LARGE.get(lower) ?? null
}

export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

export const MONTHS_LOWER: readonly string[] = MONTHS.map((month) => month.toLowerCase())
