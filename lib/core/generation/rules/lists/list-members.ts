import type { Block, DocumentFormat, Span, StructuredDocument } from '../../../document/document'
import { isPlural, nameKind, nounKind } from '../../../language/english/lexicon'
import { nounPhraseEnd } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt, type Token } from '../../../language/english/tokens'
import { inner, type WordCase } from '../../../language/english/word-case'
import { type Passage, passageOf, spanIn } from '../../../language/text-without-marks'
import { answerClassOf } from '../claims/answer-kind'

/** One member of a list: what it is called, and what the list says of it where it says so. */
export type Member = {
  readonly text: string
  readonly span: Span
  readonly definition: Definition | null
}

/** "Again: the fact was not recalled" or "stability, which is the number of days". */
type Definition = { readonly text: string; readonly span: Span }

/** Where a list stands: the intro that says what its members are, and the heading above. */
export type ListPlace = { readonly intro: Span; readonly heading: string }

type ListBlock = Extract<Block, { kind: 'list' }>

const LONGEST_MEMBER_WORDS = 25
// A longer list is too much to recall as one fact.
const MOST_MEMBERS = 20
const LONGEST_TERM_WORDS = 6

/** Members as phrases; null when any is a sentence or too long: then the list is prose with bullets. */
export function readMembers(
  document: StructuredDocument,
  format: DocumentFormat,
  block: ListBlock,
  words: WordCase,
): Member[] | null {
  if (block.members.length > MOST_MEMBERS || block.members.length < 2) return null
  const passages = block.members.map((span) => passageOf(document.text, span, format))
  const named = passages.map((passage) => cutAt(passage, COLON))
  if (named.every((member) => member !== null)) return insideSentence(named, words)
  const members = passages.map((passage) => withAside(passage) ?? whole(passage))
  return members.every((member) => member !== null) ? insideSentence(members, words) : null
}

/**
 * Members as they stand inside a sentence: the capital that only began a line is lowered. Where one member is a name in
 * a word ("Good", "Norway"), so may the others be: all stay.
 */
function insideSentence(members: readonly Member[], words: WordCase): Member[] {
  const lowered = members.map(({ text }) => asInside(text, words))
  const named = members.filter(({ text }, n) => lowered[n] === text)
  const single = named.some(({ text }) => !text.includes(' ')) || members.some(({ text }) => words.capital.has(text))
  if (single || named.length > members.length / 2) return [...members]
  return members.map((member) => ({ ...member, text: isNamed(member.text, words) ? member.text : lower(member.text) }))
}

/** A phrase as it stands inside a sentence. */
function asInside(text: string, words: WordCase): string {
  const tokens = tagSentence(text)
  return inner(text, tokens, { from: 0, to: tokens.length }, words)
}

/** The world or the document knows the first word as a name, or the second has a capital as well. */
const isNamed = (text: string, words: WordCase): boolean => {
  const [first = '', second = ''] = text.split(' ')
  return words.capital.has(first) || nameKind(first) !== null || /^\p{Lu}\p{Lu}/u.test(first) || /^\p{Lu}/u.test(second)
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const COLON = /^(.{2,60}?)(?::|\s[–—])\s+(?=\S)/
const WHICH = /^(.{2,60}?), (?:which|who) (?:is|are|was|were) (?=\S)/
// An addition that is not needed to name the member.
const ASIDE = /^(.{2,60}?), which \p{Ll}/u
const INITIALS = /^(.{6,}) \((\p{Lu}{2,})\)$/u

/** A member with a name, a punctuation mark and a description. */
function cutAt(passage: Passage, mark: RegExp): Member | null {
  const found = mark.exec(passage.text)
  const term = found?.[1]
  if (!found || term === undefined || !isTerm(term)) return null
  const said = passage.text.slice(found[0].length).replace(/[;,]\s*(?:and|or)$|[;,.]$/, '')
  if (said === '') return null
  const start = found[0].length
  return {
    text: term,
    span: spanIn(passage, 0, passage.text.length),
    definition: { text: said, span: spanIn(passage, start, start + said.length) },
  }
}

/** "stability, which is the number of days": named by what stands before the aside. */
function withAside(passage: Passage): Member | null {
  if (WHICH.test(passage.text)) return cutAt(passage, WHICH)
  const aside = ASIDE.exec(passage.text)?.[1]
  if (aside === undefined || !isTerm(aside)) return null
  return { text: aside, span: spanIn(passage, 0, passage.text.length), definition: null }
}

/** A short phrase without a verb of its own. */
function isTerm(term: string): boolean {
  if (term.split(' ').length > LONGEST_TERM_WORDS || /[.!?,;]/.test(term)) return false
  const tokens = tagSentence(term)
  return tokens.length === 1 || nounPhraseEnd(tokens, 0) === tokens.length
}

function whole(passage: Passage): Member | null {
  const text = passage.text.replace(/[;,]\s*(?:and|or)$|[;,.]$/, '')
  if (text === '' || text.split(' ').length > LONGEST_MEMBER_WORDS || isSentence(text, passage.text)) return null
  const named = INITIALS.exec(text)?.[1] ?? text
  return { text: named, span: spanIn(passage, 0, text.length), definition: null }
}

function isSentence(text: string, raw: string): boolean {
  if (/[.!?]\s+\p{Lu}/u.test(text) || /:\s/.test(text)) return true
  const finite = tagSentence(text).some(({ tag }) => tag === 'AUX')
  return finite && raw.endsWith('.') && /^\p{Lu}/u.test(text)
}

/** Members of two lists can be options of one question if they have the same form: -ing form or name, article, number. */
export function formOf(member: string): string {
  if (isGerund(member)) return 'gerund'
  const [first = '', second = ''] = member.split(' ')
  const article = /^(?:the|an?)$/.exec(first)?.[0].replace('an', 'a') ?? ''
  const named = /^\p{Lu}/u.test(article === '' ? first : second) ? 'name' : ''
  return ['member', named, isPluralMember(member) ? 'plural' : 'singular', article].filter(Boolean).join(' ')
}

/** What a member is by its last word before a preposition: only of lists about the same may the kinds differ. */
export function headKind(member: string): string {
  if (isGerund(member)) return 'act'
  const tokens = tagSentence(member)
  const { kind } = answerClassOf(tokens, { from: 0, to: tokens.length })
  if (/^(?:country|person|city|river)$/.test(kind)) return kind
  const head = tokens[headEnd(tokens) - 1]
  // A single word with a capital may be an adjective: what it is as a noun says nothing.
  if (!head || (tokens.length === 1 && (!/^(?:NOUN|NUM)$/.test(head.tag) || /^\p{Lu}/u.test(head.text)))) return 'word'
  return nounKind(head.lower) ?? 'untold'
}

export const isGerund = (member: string): boolean => /^\p{Ll}+ing\b/u.test(member)

/** "the norms of law", "the constitution and its provisions": what takes "were". */
export function isPluralMember(member: string): boolean {
  if (isGerund(member)) return false
  const tokens = tagSentence(member)
  const head = headEnd(tokens)
  return isPlural(lowerAt(tokens, head - 1)) || lowerAt(tokens, head) === 'and'
}

/** The end of the words before a preposition, a mark or a clause. */
function headEnd(tokens: readonly Token[]): number {
  const end = tokens.findIndex(
    ({ tag, lower }, n) => n > 0 && (tag === 'ADP' || tag === 'PUNCT' || /^(?:that|which|who|to|and|or)$/.test(lower)),
  )
  return end < 0 ? tokens.length : end
}
