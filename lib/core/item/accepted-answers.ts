import { nounKind, rankOf } from '../language/english/lexicon'
import { numberInWords, ordinalInWords, valueOfOrdinal, valueOfWord } from '../language/english/numbers'

const PLACE = /^(.+?) (?:(Mountains|Islands)|National Park|Park|River|City|Ocean|Sea|Lake|Valley)$/
const TITLE =
  /^(?:King|Queen|Sir|Lord|Lady|President|Emperor|Empress|Prince|Princess|Pope|Saint|St|General|Captain|Doctor|Dr|Mr|Mrs|Ms|Professor|Duke|Senator|Justice|Chief|Governor|Admiral|Bishop|Count|Archbishop|Colonel|Lieutenant|Gen|Col|Maj|Capt|Lt|Rev|Gov|Sen|Prof)\.? /
const NAME = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*)+$/u

/** "theologian Frederick Buechner", "Republican John McCain" without what they are; null where nothing of the kind is said. */
function withoutRole(name: string): string | null {
  const [, role = '', named = ''] = /^(\S+) (.+)$/.exec(name) ?? []
  const isRole = nounKind(role.toLowerCase()) === 'person' && !TITLE.test(name)
  return isRole && NAME.test(named) ? named : null
}

/** A name without its title, a person's by the last name alone, "Appalachians" for the mountains. */
function ofName(name: string, isPerson: boolean): string[] {
  const named = withoutRole(name)
  if (named !== null) return [named, ...ofName(named, isPerson)]
  if (!NAME.test(name)) return []
  const bare = name.replace(TITLE, '')
  const [, place, many] = PLACE.exec(bare) ?? []
  // "Andean Mountains" are no Andeans.
  if (place) return many && !ADJECTIVE.test(place) ? [place, `${place}s`] : [place]
  const last = bare.split(' ').at(-1) ?? bare
  return isPerson && !LADY.test(name) && isSurname(last, bare) ? [bare, last] : [bare]
}

/** "Adams" of "John Adams", "Curie" of "Marie Curie"; not "Park" of "Yellowstone Park". */
const isSurname = (last: string, name: string): boolean =>
  !NUMERAL.test(last) && name.split(' ').length <= LONGEST_PERSON && !isCommonNoun(last.toLowerCase())
const isCommonNoun = (word: string): boolean => nounKind(word) !== null && rankOf(word) < Number.POSITIVE_INFINITY
const LONGEST_PERSON = 3
// "Lady Byron" is not Byron.
const LADY = /^(?:Lady|Queen|Princess|Empress|Mrs|Mr|Lord|Prince)\b/
// "James II": the numeral belongs to the name.
const NUMERAL = /^[IVX]+$/

const ADJECTIVE = /(?:al|ic|ous|ive|an|ed|ing|ary|ory|ern|ful|less|able|ible|ent|ant|ical|y)$/
const JOINED = /^(\S+) and (\S+) (.+)$/

/** "undersea mountain ranges" for "long undersea mountain ranges", down to a head that says something; pairs the other way round. */
function ofTerm(term: string): string[] {
  const words = term.split(' ')
  const pair = JOINED.exec(term)
  const turned =
    pair && ADJECTIVE.test(pair[1] ?? '') && ADJECTIVE.test(pair[2] ?? '')
      ? [`${pair[2]} and ${pair[1]} ${pair[3]}`]
      : []
  const few = /^(?:multiple|several|various|numerous|many|some) (.+)$/.exec(term)?.[1]
  if (few) return [few]
  const dropped = words.findIndex((word) => rankOf(word.toLowerCase()) > EVERYDAY)
  const tails = words.slice(1, Math.max(1, dropped + 1)).map((_, n) => words.slice(n + 1).join(' '))
  // "first observatory": the rank is part of the answer; "schooling" for "home schooling" says less.
  return [...turned, ...tails.filter((tail) => !/^and\b/.test(tail) && tail.includes(' ') && !RANK.test(term))]
}
const RANK =
  /^(?:\p{Lu}.*|early|late|mid|later|earlier|northern|southern|eastern|western|central|upper|lower|high|low|first|second|third|last|only|sole|next|former|less|more|fewer|no|non-\p{L}+|\p{L}{3,}est)\b/u
// "long" can be dropped from "long mountain ranges", "irregular" not from "irregular terrain".
const EVERYDAY = 1500

/** Other spellings of a key that count as right: without its article, number as word or digits, with or without comma, a person by the last name, a term by its head (R15). */
export function acceptedAnswers(key: string, kind: 'person' | 'name' | 'term' | null = null): string[] {
  const bare = key.replace(/^(?:the|an?)\s+/i, '')
  const spellings = new Set([bare, ...ofNumber(key), ...ofDate(bare), ...ofKind(bare, kind), ...ofHyphen(bare)])
  for (const spelling of [key, ...spellings]) spellings.add(spelledBeyond(spelling)).add(spelling.replaceAll('’', "'"))
  spellings.delete(key)
  return [...spellings]
}

/** "organisation" for "organization", and the other way round. */
const spelledBeyond = (text: string): string =>
  /i[sz]ation/.test(text) ? text.replace(/i([sz])ation/g, (_, letter) => `i${letter === 's' ? 'z' : 's'}ation`) : text

/** "10 November 1509" as "November 10, 1509"; "19th century" as "nineteenth century"; each the other way round. */
function ofDate(text: string): string[] {
  const [, day, month, year] = /^(\d{1,2}) (\p{Lu}\p{Ll}+) (\d{3,4})$/u.exec(text) ?? []
  if (day) return [`${month} ${day}, ${year}`]
  const [, name, date, then] = /^(\p{Lu}\p{Ll}+) (\d{1,2}), (\d{3,4})$/u.exec(text) ?? []
  if (name) return [`${date} ${name} ${then}`]
  const [figures, count] = /\b(\d{1,2})(?:st|nd|rd|th)(?= (?:century|centuries)\b)/.exec(text) ?? []
  const word = ordinalInWords(Number(count))
  if (figures && word) return [text.replace(figures, word)]
  const [said = ''] = /\b[a-z]+(?:-[a-z]+)?(?= (?:century|centuries)\b)/.exec(text) ?? []
  const value = valueOfOrdinal(said)
  return value === null ? [] : [text.replace(said, `${value}${endingOf(value)}`)]
}

const endingOf = (count: number): string =>
  count % 10 === 1 && count !== 11 ? 'st' : count === 2 ? 'nd' : count === 3 ? 'rd' : 'th'

function ofNumber(key: string): string[] {
  const digits = valueOfWord(key.toLowerCase())?.toString() ?? null
  const words = /^\d{1,2}$/.test(key) ? numberInWords(Number(key)) : null
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(key) ? key.replaceAll(',', '') : null
  return [digits, words, plain].flatMap((spelling) => spelling ?? [])
}

function ofKind(bare: string, kind: 'person' | 'name' | 'term' | null): string[] {
  if (kind === 'term') return ofTerm(bare)
  return kind === null ? [] : ofName(bare, kind === 'person')
}

/** "1999-2000" as "1999 to 2000"; "well-known" as "well known". */
function ofHyphen(bare: string): string[] {
  const [, from, to] = /^(\d+)[-–](\d+)$/.exec(bare) ?? []
  if (from && to) {
    // "1816–17" ends in 1817.
    const ends = to.length < from.length ? [to, `${from.slice(0, -to.length)}${to}`] : [to]
    return ends.flatMap((end) => ['-', '–', ' to '].map((join) => `${from}${join}${end}`))
  }
  return /\w-\w/.test(bare) ? [bare.replaceAll('-', ' ')] : []
}
