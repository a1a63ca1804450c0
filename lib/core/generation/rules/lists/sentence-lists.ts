import { memberRanges } from '../../../language/english/coordination'
import { isPlural, nounKind } from '../../../language/english/lexicon'
import { numberValue, numberWord } from '../../../language/english/numbers'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { inner, textOf } from '../../../language/english/word-case'
import { GAP } from '../../../shared/gap-placeholder'
import { answerClassOf } from '../claims/answer-kind'
import { type Claim, close, makeClaim } from '../claims/claim'
import type { Reading } from '../sentences/clause-reading'
import type { ReaderContext } from '../sentences/document-context'
import { type Sentence, spanOf } from '../sentences/sentence'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { claimsOfList } from './list-claims'
import { readClauseIntro } from './list-intro-clause'

/** "S is made of three parts: A, B, and C": read as a list under its intro, when the number is the members'. */
export function inlineListClaims({ sentence, context }: Reading): Claim[] {
  const { tokens, text } = sentence
  const colon = tokens.findIndex(({ text: mark }) => mark === ':')
  if (colon < 0) return []
  const ranges = membersToEnd(tokens, colon)
  const members = ranges.map((range) => ({
    text: textOf(text, tokens, range),
    span: spanOf(sentence, tokens[range.from]?.start ?? 0, tokens[range.to - 1]?.end ?? 0),
    definition: null,
  }))
  const label =
    members.length < 2 ? null : readClauseIntro(text.slice(0, tokens[colon]?.end), 0, members.length, context)
  if (label === null) return []
  const place = { intro: sentence.span, also: sentence.also, heading: sentence.heading }
  return claimsOfList(label, members, place, context)
}

/** The members up to the end; none when anything else follows. */
function membersToEnd(tokens: Reading['clause']['tokens'], colon: number): Range[] {
  const stop = tokens.findIndex(({ text }, n) => n > colon && /^[.;:!?—–]$/.test(text))
  return stop < tokens.length - 1 ? [] : memberRanges(tokens, { from: colon + 1, to: stop }, true)
}

/** "There are three types of lever: A, B and C": the members, and how many there are when the colon lists as many. */
export function existentialClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens, text } = sentence
  if (lowerAt(tokens, 0) !== 'there' || !/^(?:are|were)$/.test(lowerAt(tokens, 1)) || tagAt(tokens, 2) !== 'NUM')
    return []
  // "three ways that food can spoil": the clause that follows would be cut.
  if (/^(?:ways?|reasons?)$/.test(lowerAt(tokens, 3)) || /^(?:ways?|reasons?)$/.test(lowerAt(tokens, 4))) return []
  const things = { from: 3, to: fullPhraseEnd(tokens, 2, (word) => /^(?:of|in|for)$/.test(word)) }
  const members = tokens[things.to]?.text === ':' ? membersToStop(tokens, things.to + 1) : []
  const count = numberValue(lowerAt(tokens, 2))
  const kind = tokens.slice(things.from, things.to)
  if (members.length !== count || kind.length < 2 || !kind.some(({ lower }) => isPlural(lower))) return []
  if (unresolvedReference(tokens, things, context) !== null) return []
  const name = textOf(text, tokens, things)
  const be = lowerAt(tokens, 1)
  const texts = members.map((member) => textOf(text, tokens, member))
  const common = { sentence, statement: close(text), subject: name, at: null, open: false }
  const question = `What ${be} the ${numberWord(count)} ${name}?`
  return [
    makeClaim({
      ...common,
      kind: 'list',
      relation: 'list',
      answer: texts.join('; '),
      answerType: 'list',
      answerClass: `list ${answerClassOf(tokens, members[0] ?? things).answerClass}`,
      members: texts,
      question,
      multiple: question,
    }),
    makeClaim({
      ...common,
      kind: 'count',
      relation: 'how many',
      answer: numberWord(count),
      answerType: 'number',
      answerClass: 'count',
      question: `How many ${name} does the text name?`,
      exact: true,
    }),
  ]
}

function membersToStop(tokens: Sentence['tokens'], from: number): Range[] {
  const stop = tokens.findIndex(({ text }, n) => n >= from && /^[.;!?]$/.test(text))
  return memberRanges(tokens, { from, to: stop < 0 ? tokens.length : stop }, true)
}

const FEWEST = 3
const LONGEST_MEMBER = 7
const REACH = 7

/** "is made of four layers: A, B, C, and D": what a colon lists after its own number, to be recalled whole. */
export function countedListClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens, text } = sentence
  const colon = tokens.findIndex(({ text: mark }) => mark === ':')
  const members = colon < 1 ? [] : membersAfterColon(tokens, colon)
  if (members.length < FEWEST || !isCounted(tokens, colon, members.length)) return []
  if (unresolvedReference(tokens, { from: 0, to: colon }, context) !== null) return []
  const texts = members.map((member) => textOf(text, tokens, member))
  const before = text.slice(0, tokens[colon]?.end)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(text),
      subject: before,
      relation: 'list',
      answer: texts.join('; '),
      at: { from: members[0]?.from ?? colon, to: members.at(-1)?.to ?? colon },
      answerType: 'list',
      answerClass: 'list counted',
      members: texts,
      question: `${before} ${GAP}.`,
    }),
  ]
}

/** The number of the members stands shortly before the colon. */
const isCounted = (tokens: readonly Token[], colon: number, count: number): boolean =>
  tokens.slice(Math.max(0, colon - REACH), colon).some(({ lower }) => numberValue(lower) === count)

/** What commas and a last "and" part, to the end of the sentence; none when a member is too long to be one. */
function membersAfterColon(tokens: readonly Token[], colon: number): Range[] {
  const end = tokens.length - 1
  const members: Range[] = []
  let from = colon + 1
  for (let at = from; at <= end; at++) {
    if (at < end && lowerAt(tokens, at) !== ',' && !isLastAnd(tokens, at, end)) continue
    if (at > from) members.push({ from, to: at })
    from = lowerAt(tokens, at + 1) === 'and' ? at + 2 : at + 1
    at = from - 1
  }
  return members.some(({ from: a, to: b }) => b - a > LONGEST_MEMBER || /^[;:–—]$/.test(lowerAt(tokens, a)))
    ? []
    : members
}

/** The "and" after which nothing is parted any more. */
const isLastAnd = (tokens: readonly Token[], at: number, end: number): boolean =>
  lowerAt(tokens, at) === 'and' && !tokens.slice(at + 1, end).some(({ lower }) => lower === ',' || lower === 'and')

const PLURAL: Readonly<Record<string, string>> = {
  organization: 'organizations',
  country: 'countries',
  person: 'people',
  place: 'places',
}

/** "At the regional level, these include the A, the B and the C": names of one type under a lead that says where. */
export function namedListClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens, text } = sentence
  const comma = tokens.findIndex(({ text: mark }) => mark === ',')
  const verb = tokens[comma + 2]
  if (
    comma < 2 ||
    tokens[0]?.tag !== 'ADP' ||
    !/^(?:these|they)$/.test(tokens[comma + 1]?.lower ?? '') ||
    !/^includ/.test(verb?.lower ?? '')
  )
    return []
  const lead = { from: 0, to: comma }
  const range = { from: comma + 3, to: fullPhraseEnd(tokens, comma + 3, (word) => /^(?:of|for|in|with)$/.test(word)) }
  const parts = memberRanges(tokens, range)
  const kinds = parts.map((part) => answerClassOf(tokens, part).kind)
  const kind =
    kinds.find((candidate) => kinds.filter((kindOfPart) => kindOfPart === candidate).length >= 0.7 * kinds.length) ?? ''
  const named = PLURAL[kind]
  if (parts.length < FEWEST || !named || unresolvedReference(tokens, lead, context) !== null) return []
  const members = parts.map((part) => textOf(text, tokens, part))
  const place = textOf(text, tokens, lead)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(text),
      subject: place,
      relation: 'include',
      answer: members.join('; '),
      at: range,
      answerType: 'list',
      answerClass: 'list names',
      members,
      open: true,
      question: `Which ${named} does the text name ${place.charAt(0).toLowerCase()}${place.slice(1)}?`,
    }),
  ]
}

/** "barbaric methods such as A and B": what the text names as examples. The list is open: only what is named is asked. */
export function exampleClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const { tokens } = sentence
  const at = tokens.findIndex(
    ({ lower }, n) => (lower === 'such' && tokens[n + 1]?.lower === 'as') || (lower === 'including' && n > 1),
  )
  if (at < 1) return []
  const from = tokens[at]?.lower === 'such' ? at + 2 : at + 1
  const kind = phraseBefore(sentence, tokens[at - 1]?.text === ',' ? at - 1 : at)
  const range = { from, to: fullPhraseEnd(tokens, from, (word) => /^(?:of|in|for|to|with|against)$/.test(word)) }
  const members = memberRanges(tokens, range)
  if (
    !kind ||
    members.length < 2 ||
    unresolvedReference(tokens, kind, context) !== null ||
    unresolvedReference(tokens, range, context) !== null
  )
    return []
  const next = tokens[range.to]
  if (next && next.tag !== 'PUNCT') return []
  if (lowerAt(tokens, kind.from - 1) === 'of' || lowerAt(tokens, kind.from - 2) === 'of') return []
  const texts = members.map((member) => textOf(sentence.text, tokens, member))
  const name = inner(sentence.text, tokens, kind, context.words)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(sentence.text),
      subject: name,
      relation: 'such as',
      answer: texts.join('; '),
      at: range,
      answerType: 'list',
      answerClass: 'list examples',
      members: texts,
      open: true,
      question: `What examples of ${name} does the text name?`,
    }),
  ]
}

/** A plural noun phrase of two words or more that ends here, with its "of …" if it has one. */
function phraseBefore({ tokens }: Sentence, end: number): Range | null {
  for (let from = Math.max(0, end - 7); from < end; from++) {
    const inside =
      /^(?:NOUN|PROPN|ADJ|NUM|DET|CCONJ)$/.test(tagAt(tokens, from - 1)) || lowerAt(tokens, from - 1) === 'of'
    if (inside || fullPhraseEnd(tokens, from, (word) => word === 'of') !== end) continue
    const start = /^(?:DET|PRON)$/.test(tagAt(tokens, from)) ? from + 1 : from
    const head = lowerAt(tokens, nounPhraseEnd(tokens, from) - 1)
    return isKind(tokens.slice(start, end), head) ? { from: start, to: end } : null
  }
  return null
}

const UNTOLD =
  /^(?:[a-z]{2,}(?<!m)er|new|more|important|major|common|similar|different|great|specialized|additional|large|small|key|other|many|some|several|various|certain|these|those)$/

/** Two words or more, headed by a plural, that say by themselves what the examples are of. */
const isKind = (phrase: readonly Token[], head: string): boolean =>
  phrase.length >= 2 &&
  isPlural(head) &&
  nounKind(head) !== 'time' &&
  !phrase.some(({ tag, text, lower }) => tag === 'CCONJ' || text === ',' || UNTOLD.test(lower))
