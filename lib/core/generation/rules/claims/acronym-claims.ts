import type { Span } from '../../../document/document'
import { contentKey } from '../../../fact/content-key'
import { nameKind, nounKind } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import { type Sentence, spanOf } from '../sentences/sentence'
import { type Claim, UNASKED } from './claim'

/** A name where it stands; the sentence itself is not kept. */
type NameFound = { readonly name: string; readonly span: Span; readonly heading: string }

const ACRONYM = /\p{Lu}(?<![\p{L}\p{N}&-]\p{Lu})\p{Lu}{1,5}(?![\p{L}\p{N}&-])/gu

/** Short forms of a text, each where it first stands; a heading in capitals has none. Linear, however long a line is. */
export function shortFormsIn(text: string): Map<string, Span> {
  const found = new Map<string, Span>()
  let start = 0
  for (const line of text.split('\n')) {
    for (const { short, at } of line === line.toUpperCase() ? [] : shortsOf(line)) {
      if (!found.has(short)) found.set(short, { start: start + at, end: start + at + short.length })
    }
    start += line.length + 1
  }
  return found
}

const shortsOf = (line: string): { short: string; at: number }[] =>
  Array.from(line.matchAll(ACRONYM), ({ 0: short, index }) => ({ short, at: index }))

/** Names by initials, kept only where the text has those initials as a short form. */
export type NamesByInitials = Map<string, Map<string, NameFound>>

/** Adds the names of sentences that a short form could stand for. */
export function collectNames(
  names: NamesByInitials,
  shorts: ReadonlyMap<string, Span>,
  sentences: readonly Sentence[],
): void {
  for (const found of sentences.flatMap(namesOf)) {
    const initials = initialsOf(found.name)
    if (!shorts.has(initials)) continue
    const named = names.get(initials) ?? new Map<string, NameFound>()
    if (!named.has(found.name)) named.set(found.name, found)
    names.set(initials, named)
  }
}

/**
 * Short forms whose letters are the initials of one name of the document ("CIS"), wherever each of the two stands. Two letters
 * are the initials of much: "FC" is no "FA Cup".
 */
export function acronymClaims(names: NamesByInitials, shorts: ReadonlyMap<string, Span>): Claim[] {
  return [...shorts].flatMap(([short, span]) => {
    const named = names.get(short)
    const [found] = named?.values() ?? []
    const isClear = short.length > 2 && found !== undefined && !/\b\p{Lu}{2}/u.test(found.name)
    return isClear && named?.size === 1 && !isWellKnown(short) ? [acronymClaim(short, span, found)] : []
  })
}

function namesOf(sentence: Sentence): NameFound[] {
  return namesIn(sentence.tokens)
    .filter(({ from, to }) => to - from >= 2)
    .map(({ from, to, text }) => ({
      name: text,
      span: spanOf(sentence, sentence.tokens[from]?.start ?? 0, sentence.tokens[to - 1]?.end ?? 0),
      heading: sentence.heading,
    }))
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')

/** "UN", "NATO": what any dictionary explains is not learned from this text. */
const isWellKnown = (short: string): boolean =>
  /^(?:US|USA|UK|UN|EU|USSR|UAE|NATO|NASA|DNA|RNA|AIDS|HIV|TV|BBC|GPS|CEO|GDP|NGO|FBI|CIA|IRS|MRI|CT|IQ|PC|DVD|CD|CNN|UNESCO|UNICEF|WHO|MBA|PhD|WWI|WWII|AD|BC|BCE|CE|WTO)$/.test(
    short,
  ) ||
  nameKind(short) !== null ||
  nounKind(short.toLowerCase()) !== null

function acronymClaim(short: string, span: Span, found: NameFound): Claim {
  const full = found.span
  return {
    ...UNASKED,
    fact: {
      id: contentKey('alias', short, found.name),
      kind: 'alias',
      statement: `${short} stands for ${found.name}.`,
      spans: [full, span],
      subject: short,
      relation: 'stands for',
      answer: found.name,
      answerSpan: full,
      members: [],
      open: false,
      heading: found.heading,
    },
    answerType: 'name',
    answerClass: 'full name',
    // The initials of a name can be read from it: the other way round asks nothing.
    question: `What does “${short}” stand for?`,
  }
}
