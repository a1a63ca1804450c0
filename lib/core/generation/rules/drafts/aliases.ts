import { nameKind, nounKind, rankOf } from '../../../language/english/lexicon'

/** Other names that a text gives: "Indian Reorganization Act (IRA)", one by the words before it and the name by the short form; whole names by the last one. */
export type Aliases = {
  readonly shortOf: ReadonlyMap<string, string>
  readonly nameOf: ReadonlyMap<string, string>
  readonly wholeOf: ReadonlyMap<string, string>
}

const LONGEST_NAME = 90

/** Where a text explains a form twice, the first time counts. Linear: the text is read once, not once a key. */
export function readAliases(text: string): Aliases {
  const shortOf = new Map<string, string>()
  const nameOf = new Map<string, string>()
  for (const { 1: short = '', index } of text.matchAll(/(?<= )\((\p{Lu}[\p{Lu}-]+)\)/gu)) {
    const words = text
      .slice(Math.max(0, index - LONGEST_NAME), index)
      .trimEnd()
      .split(/\s+/)
    for (const name of endingsOf(words)) if (!shortOf.has(name)) shortOf.set(name, short)
    const name = nameBefore(words, short)
    if (name && !nameOf.has(short)) nameOf.set(short, name)
  }
  return { shortOf, nameOf, wholeOf: wholeNames(text) }
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
    Mediterranean: 'Mediterranean Sea',
    Caribbean: 'Caribbean Sea',
    Atlantic: 'Atlantic Ocean',
    Pacific: 'Pacific Ocean',
    WWI: 'World War I',
    WWII: 'World War II',
    'World War I': 'First World War',
    'World War II': 'Second World War',
    'First World War': 'World War I',
    'Second World War': 'World War II',
  }),
)

/** The other forms of a key, whichever it is. */
export function aliasesOf({ shortOf, nameOf, wholeOf }: Aliases, key: string): string[] {
  const bare = key.replace(/^(?:the|an?)\s+/i, '')
  return [shortOf.get(bare) ?? nameOf.get(bare), WELL_KNOWN.get(bare), wholeOf.get(bare)].flatMap(
    (known) => known ?? [],
  )
}

/** "Sigmund Freud" by "Freud", where no other Freud is named in full. */
function wholeNames(text: string): Map<string, string> {
  const found = new Map<string, string | null>()
  for (const [name] of text.matchAll(
    /\p{Lu}\p{Ll}+(?: \p{Lu}\.| \p{Lu}\p{Ll}+)* \p{Lu}[\p{L}’'-]+\p{Ll}(?![\p{L}’'])/gu,
  )) {
    const words = name.split(' ')
    const last = words.at(-1) ?? ''
    if (!isFirstName(words[0] ?? '') || words.length > LONGEST_PERSON) continue
    const known = found.get(last)
    found.set(last, known === undefined || known === name ? name : null)
  }
  return new Map([...found].flatMap(([last, name]) => (name === null ? [] : [[last, name] as const])))
}
const LONGEST_PERSON = 4

/** A name of persons, or a word of no dictionary: not "In" of "In England", nor "Coastal". */
const isFirstName = (word: string): boolean =>
  nameKind(word) === 'person' ||
  (rankOf(word.toLowerCase()) === Number.POSITIVE_INFINITY &&
    nounKind(word.toLowerCase()) === null &&
    !/(?:al|ic|ern|an|ish|ese)$/.test(word))

const endingsOf = (words: readonly string[]): string[] => words.map((_, from) => words.slice(from).join(' '))

/** The words before a short form, back to the one that begins with its first letter. */
function nameBefore(words: readonly string[], short: string): string | undefined {
  return endingsOf(words)
    .reverse()
    .find((name) => isNameOf(name, short))
}

/** "Indian Reorganization Act (IRA)", or in small letters a word for each letter: "body mass index (BMI)". */
const isNameOf = (name: string, short: string): boolean =>
  (/^\p{Lu}/u.test(name) && initialsOf(name) === short) ||
  (name === name.toLowerCase() &&
    name
      .split(/[ -]/)
      .map((word) => word.charAt(0).toUpperCase())
      .join('') === short)

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
