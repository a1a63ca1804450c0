import type { StructuredDocument } from '../document/document'
import { namesIn } from '../language/english/names'
import type { Claim } from './claim'
import { contentKey } from './content-key'
import { type Sentence, spanOf } from './sentence'

type Found = { readonly name: string; readonly sentence: Sentence; readonly start: number; readonly end: number }

const ACRONYM = /(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?![\p{L}\p{N}-])/gu

/** Short forms whose letters are the initials of one name of the document ("CIS"), wherever each of the two stands. */
export function acronymClaims(document: StructuredDocument, sentences: readonly Sentence[]): Claim[] {
  const byInitials = namesByInitials(sentences)
  const claims = new Map<string, Claim>()
  for (const match of document.text.matchAll(ACRONYM)) {
    const short = match[0]
    const named = byInitials.get(short)
    const [found] = named?.values() ?? []
    if (!found || named?.size !== 1 || claims.has(short) || isShouted(document.text, match.index)) continue
    claims.set(short, claimOf(short, { start: match.index, end: match.index + short.length }, found))
  }
  return [...claims.values()]
}

function namesByInitials(sentences: readonly Sentence[]): Map<string, Map<string, Found>> {
  const byInitials = new Map<string, Map<string, Found>>()
  for (const found of sentences.flatMap(namesOf)) {
    const initials = initialsOf(found.name)
    const named = byInitials.get(initials) ?? new Map<string, Found>()
    if (!named.has(found.name)) named.set(found.name, found)
    byInitials.set(initials, named)
  }
  return byInitials
}

/** A heading in capitals has no acronyms. */
const isShouted = (text: string, at: number): boolean => {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1)
  return line === line.toUpperCase()
}

function namesOf(sentence: Sentence): Found[] {
  return namesIn(sentence.tokens)
    .filter(({ from, to }) => to - from >= 2)
    .map(({ from, to, text }) => ({
      name: text,
      sentence,
      start: sentence.tokens[from]?.start ?? 0,
      end: sentence.tokens[to - 1]?.end ?? 0,
    }))
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')

function claimOf(short: string, span: { start: number; end: number }, found: Found): Claim {
  const full = spanOf(found.sentence, found.start, found.end)
  return {
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
      heading: found.sentence.heading,
    },
    answerType: 'name',
    like: 'full name',
    sure: true,
    question: `What does “${short}” stand for?`,
    gapped: null,
    cloze: null,
    reverse: `What is the short form of “${found.name}”?`,
    multiple: null,
    list: null,
    exact: false,
  }
}
