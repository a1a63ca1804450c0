import type { Span } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import { nameKind, nounKind, rankOf } from '../../../language/english/lexicon'
import { type Claim, UNASKED } from './claim'

/** A short form that a text uses, with the name that it stands for, each where it first stands. */
type ShortForm = { readonly short: string; readonly name: string; readonly spans: readonly [Span, Span] }

/** Other names that a text gives: names by their short form, short forms by their name, whole names of persons by the last one. */
export type Aliases = {
  readonly shortForms: readonly ShortForm[]
  readonly otherOf: ReadonlyMap<string, string>
  readonly wholeOf: ReadonlyMap<string, string>
}

/** Linear: the text is read once for each kind of name, not once a key. */
export function readAliases(text: string): Aliases {
  const shortForms = [...explainedIn(text, namedIn(text))].flatMap(([, found]) => found ?? [])
  const pairs = shortForms.flatMap(({ short, name }): [string, string][] => [
    [short, name],
    [name, short],
  ])
  return { shortForms, otherOf: new Map(pairs), wholeOf: wholeNames(text) }
}

/** What every reader knows, whether the text explains it or not. */
const WELL_KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    EU: 'European Union',
    UN: 'United Nations',
    US: 'United States',
    'U.S.': 'United States',
    USA: 'United States',
    UK: 'United Kingdom',
    USSR: 'Soviet Union',
    GDP: 'gross domestic product',
    WWI: 'World War I',
    WWII: 'World War II',
    'World War I': 'First World War',
    'World War II': 'Second World War',
    'First World War': 'World War I',
    'Second World War': 'World War II',
  }),
)

/** The other forms of a key, whichever it is. */
export function aliasesOf({ otherOf, wholeOf }: Aliases, key: string): string[] {
  const bare = key.replace(/^(?:the|an?)\s+/i, '')
  return [otherOf.get(bare), WELL_KNOWN.get(bare), wholeOf.get(bare)].flatMap((known) => known ?? [])
}

type Found = Map<string, ShortForm | null>

const SHORT = /(?<![\p{L}\p{N}&-])\p{Lu}{3,6}(?![\p{L}\p{N}&-])/gu
const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:(?:of|for|and|in|on|the) ){0,2}\p{Lu}[\p{L}’'-]+)+/gu

/** Short forms whose letters are the initials of one name of the text, wherever each of the two stands; null of two names. */
function namedIn(text: string): Found {
  const places = new Map([...text.matchAll(SHORT)].reverse().map(({ 0: short, index }) => [short, index]))
  const found: Found = new Map()
  for (const { name, from } of namesIn(text)) {
    const short = initialsOf(name)
    const at = places.get(short)
    if (at === undefined) continue
    const known = found.get(short) ?? shortForm(name, from, short, at)
    found.set(short, found.get(short) !== null && known.name === name ? known : null)
  }
  return found
}

/** "Bank of Orla and Ministry of Trade" as a whole, and what stands before its "and"; no name that has a short form in it. */
const namesIn = (text: string): { name: string; from: number }[] =>
  [...text.matchAll(NAME)].flatMap(({ 0: said, index }) => {
    const name = said.replace(/^The /, '')
    const from = index + said.length - name.length
    const [first = ''] = name.split(' and ')
    return /\p{Lu}{2}/u.test(name) ? [] : [...new Set([name, first])].map((start) => ({ name: start, from }))
  })

const EXPLAINED = /((?:[\p{L}’'-]+ ){2,8})\((\p{Lu}{2,6})\)/gu

/** "Indian Reorganization Act (IRA)", or in small letters a word for each letter: "body mass index (BMI)". */
function explainedIn(text: string, found: Found): Found {
  for (const { 0: said, 1: before = '', 2: short = '', index } of text.matchAll(EXPLAINED)) {
    const words = before.trim().split(' ')
    const name = words.map((_, from) => words.slice(from).join(' ')).findLast((ending) => isNameOf(ending, short))
    if (name && !found.get(short))
      found.set(
        short,
        shortForm(name, index + before.trim().length - name.length, short, index + said.length - 1 - short.length),
      )
  }
  return found
}

const shortForm = (name: string, from: number, short: string, at: number): ShortForm => ({
  short,
  name,
  spans: [
    { start: from, end: from + name.length },
    { start: at, end: at + short.length },
  ],
})

const isNameOf = (name: string, short: string): boolean =>
  (/^\p{Lu}/u.test(name) && initialsOf(name) === short) ||
  (name === name.toLowerCase() &&
    initialsOf(name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())) === short)

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')

/** What the short forms of a text stand for. The initials of a name can be read from it: the other way round asks nothing. */
export const shortFormClaims = ({ shortForms }: Aliases): Claim[] =>
  shortForms
    .filter(({ short }) => !WELL_KNOWN.has(short) && nameKind(short) === null && nounKind(short.toLowerCase()) === null)
    .map(({ short, name, spans }) => ({
      ...UNASKED,
      fact: {
        id: contentKey('alias', short, name),
        kind: 'alias',
        statement: `${short} stands for ${name}.`,
        spans,
        subject: short,
        relation: 'stands for',
        answer: name,
        answerSpan: spans[0],
        members: [],
        open: false,
        heading: '',
      },
      answerType: 'name',
      answerClass: 'full name',
      question: `What does “${short}” stand for?`,
    }))

const FULL_NAME = /\p{Lu}\p{Ll}+(?: \p{Lu}\.| \p{Lu}\p{Ll}+)* \p{Lu}[\p{L}’'-]+\p{Ll}(?![\p{L}’'])/gu
const LONGEST_PERSON = 4

/** "Sigmund Freud" by "Freud", where no other Freud is named in full. */
function wholeNames(text: string): Map<string, string> {
  const found = new Map<string, string | null>()
  for (const [name] of text.matchAll(FULL_NAME)) {
    const words = name.split(' ')
    const last = words.at(-1) ?? ''
    if (!isFirstName(words[0] ?? '') || words.length > LONGEST_PERSON) continue
    const known = found.get(last)
    found.set(last, known === undefined || known === name ? name : null)
  }
  return new Map([...found].flatMap(([last, name]) => (name === null ? [] : [[last, name] as const])))
}

/** A name of persons, or a word of no dictionary: not "In" of "In England", nor "Coastal". */
const isFirstName = (word: string): boolean =>
  nameKind(word) === 'person' ||
  (rankOf(word.toLowerCase()) === Number.POSITIVE_INFINITY &&
    nounKind(word.toLowerCase()) === null &&
    !/(?:al|ic|ern|an|ish|ese)$/.test(word))
