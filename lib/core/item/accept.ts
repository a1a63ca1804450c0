import { nounKind, rankOf } from '../language/english/lexicon'

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** "forty", "twenty-five" in digits. */
function inDigits(word: string): string | null {
  const small = SMALL.indexOf(word)
  if (small >= 0) return String(small)
  const [ten = '', one] = word.split('-')
  const tens = TENS.indexOf(ten)
  const ones = one === undefined ? 0 : SMALL.indexOf(one)
  return tens < 0 || ones < 0 || ones > 9 ? null : String((tens + 2) * 10 + ones)
}

function inWords(digits: string): string | null {
  const value = Number(digits)
  if (value < SMALL.length) return SMALL[value] ?? null
  const ten = TENS[Math.floor(value / 10) - 2]
  return ten === undefined ? null : value % 10 === 0 ? ten : `${ten}-${SMALL[value % 10]}`
}

const TITLE =
  /^(?:King|Queen|Sir|Lord|Lady|President|Emperor|Empress|Prince|Princess|Pope|Saint|St|General|Captain|Doctor|Dr|Mr|Mrs|Ms|Professor|Duke|Senator|Justice|Chief|Governor|Admiral|Bishop|Count)\.? /
const NAME = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)+$/u

/** A name without its title, a person's by the last name alone, "Appalachians" for the mountains. */
function ofName(name: string, isPerson: boolean): string[] {
  if (!NAME.test(name)) return []
  const bare = name.replace(TITLE, '')
  const kind = /^(.+?) (?:National Park|Park|Mountains|Islands|River|City|Ocean|Sea|Lake|Valley)$/.exec(bare)?.[1]
  if (kind) return [kind, `${kind}s`]
  const last = bare.split(' ').at(-1) ?? bare
  if (!isPerson) return [bare]
  if (NUMERAL.test(last) || LADY.test(name)) return [bare]
  // "Adams" for "John Adams"; not "Park" for "Yellowstone Park".
  return bare.split(' ').length <= LONGEST_PERSON && nounKind(last.toLowerCase()) === null ? [bare, last] : [bare]
}
const LONGEST_PERSON = 3
// "Lady Byron" is not Byron.
const LADY = /^(?:Lady|Queen|Princess|Empress|Mrs|Mr|Lord|Prince)\b/
// "James II": the second James, and not the second anybody.
const NUMERAL = /^[IVX]+$/

const JOINED = /^(\S+) and (\S+) (.+)$/

/** "undersea mountain ranges" for "long undersea mountain ranges", down to a head that says something; pairs the other way round. */
function ofTerm(term: string): string[] {
  const words = term.split(' ')
  const pair = JOINED.exec(term)
  const turned = pair ? [`${pair[2]} and ${pair[1]} ${pair[3]}`] : []
  const dropped = words.findIndex((word) => rankOf(word.toLowerCase()) > EVERYDAY)
  const tails = words.slice(1, Math.max(1, dropped + 1)).map((_, n) => words.slice(n + 1).join(' '))
  // "first observatory": which of them is no ornament; "schooling" for "home schooling" says less.
  return [...turned, ...tails.filter((tail) => !/^and\b/.test(tail) && tail.includes(' ') && !RANK.test(term))]
}
const RANK = /^(?:first|second|third|last|only|sole|next|former|less|more|fewer|no|non-\p{L}+|\p{L}{3,}est)\b/u
// "long mountain ranges" are mountain ranges; "irregular terrain" is not just any.
const EVERYDAY = 1500

/** Other spellings of a key that count as right: without its article, number as word or digits, with or without comma, a person by the last name, a term by its head (R15). */
export function accept(key: string, kind: 'person' | 'name' | 'term' | null = null): string[] {
  const spellings = new Set<string>()
  const bare = key.replace(/^(?:the|an?)\s+/i, '')
  spellings.add(bare)
  const digits = inDigits(key.toLowerCase())
  if (digits !== null) spellings.add(digits)
  const words = /^\d{1,2}$/.test(key) ? inWords(key) : null
  if (words !== null) spellings.add(words)
  const others =
    kind === 'name' || kind === 'person' ? ofName(bare, kind === 'person') : kind === 'term' ? ofTerm(bare) : []
  for (const other of others) spellings.add(other)
  if (/^\d{1,3}(?:,\d{3})+$/.test(key)) spellings.add(key.replaceAll(',', ''))
  if (/\w-\w/.test(bare)) spellings.add(bare.replaceAll('-', ' '))
  spellings.delete(key)
  return [...spellings]
}
