import { memoizeRecent } from '../../shared/memoize'
import { nameKind } from './lexicon'
import { lowerAt, type Token, tagAt } from './tokens'

/** A range of tokens, `[from, to)`. */
export type Range = { readonly from: number; readonly to: number }

const POSSESSIVE = /^(?:its|their|his|her|our|your|my|whose)$/
const PERSONAL =
  /^(?:it|they|he|she|we|you|i|him|her|them|us|me|itself|themselves|himself|herself|this|that|these|those|who|which|what|one|ones|some|others|many|both|all|each|another|most|few|several|such|there|none|any|everyone|someone|anyone|nobody)$/i

/** The end of the noun phrase that begins at `from` (no prepositional phrase, no coordination of nouns); `from` when there is none. */
export function nounPhraseEnd(tokens: readonly Token[], from: number): number {
  const ends = endsOf(tokens)
  const known = ends[from]
  if (known !== undefined) return known
  const end = readPhrase(tokens, from)
  ends[from] = end
  return end
}

/** Of each place of a sentence that was asked, the end of the phrase. */
const endsOf = memoizeRecent((_: readonly Token[]): number[] => [])

function readPhrase(tokens: readonly Token[], from: number): number {
  let at = from
  let head = -1
  while (at < tokens.length) {
    const token = tokens[at]
    if (!token) break
    const next = partOf(tokens, at, head, from)
    if (next === 0) break
    at += next
    if (isHead(tokens[at - 1]) || CLOSING.test(lowerAt(tokens, at - 1))) head = at - 1
  }
  return head < 0 ? from : head + 1
}

const CLOSING = /^["”]$/

const isHead = (token: Token | undefined): boolean =>
  token?.tag === 'NOUN' || token?.tag === 'PROPN' || token?.tag === 'NUM'

/** How many tokens at `at` go on with the phrase: 0 none, 2 for an adjective joined by a comma or "and". */
function partOf(tokens: readonly Token[], at: number, head: number, from: number): number {
  const token = tokens[at]
  if (!token) return 0
  if (isOwner(token)) return Number(at > from && isNominal(tokens[at + 1]))
  if (isHead(token)) return 1
  const quoted = quotedEnd(tokens, at)
  if (quoted > at) return quoted - at
  if (opensPhrase(token)) return at === from ? 1 : opensAfterPossessive(tokens, at, from)
  return Number(!isClosed(tokens, at, head) && describes(tokens, at, token))
}

/** A noun closes the phrase to adjectives; a number or a possessive does not. */
const isClosed = (tokens: readonly Token[], at: number, head: number): boolean =>
  head >= 0 &&
  tagAt(tokens, head) !== 'NUM' &&
  !/^['’]s?$/.test(lowerAt(tokens, at - 1)) &&
  !(head === at - 1 && isPeople(tokens, head))

/** "Kyrgyz foreign policy": the name of a people before an adjective and its noun; not "gave Peru new hope". */
function isPeople(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.tag !== 'PROPN' || nameKind(token.text) !== null || tagAt(tokens, at - 1) === 'VERB') return false
  let next = at + 1
  while (tagAt(tokens, next) === 'ADJ') next += 1
  return next > at + 1 && tagAt(tokens, next) === 'NOUN'
}

const isOwner = (token: Token): boolean => token.tag === 'PART' && /^['’]s?$/.test(token.text)

function describes(tokens: readonly Token[], at: number, token: Token): boolean {
  if (token.tag === 'ADJ') return true
  return token.tag === 'ADV' ? describesNext(tokens, at) : joinsAdjectives(tokens, at)
}

const opensPhrase = (token: Token): boolean =>
  (token.tag === 'DET' || POSSESSIVE.test(token.lower)) && !/^(?:such|which|that)$/.test(token.lower)

// "all the", "both the", "some of": a second determiner directly after the first.
const opensAfterPossessive = (tokens: readonly Token[], at: number, from: number): number =>
  at === from + 1 && /^(?:all|both|half)$/.test(tokens[from]?.lower ?? '') ? 1 : 0

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && (isHead(token) || token.tag === 'ADJ' || token.tag === 'ADV' || token.tag === 'VERB')

/** "highly developed countries", "very small": an adverb before an adjective of the same phrase. */
function describesNext(tokens: readonly Token[], at: number): boolean {
  if (/^(?:as|so|too|how)$/.test(tokens[at]?.lower ?? '')) return false
  const next = tokens[at + 1]
  return next?.tag === 'ADJ' && (isHead(tokens[at + 2]) || tokens[at + 2]?.tag === 'ADJ')
}

/** "flexible and balanced policy", "friendly, mutually beneficial relations". */
function joinsAdjectives(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (tokens[at - 1]?.tag !== 'ADJ' || (token?.lower !== 'and' && token?.lower !== 'or' && token?.text !== ','))
    return false
  let next = at + 1
  while (tokens[next]?.tag === 'ADV') next += 1
  if (tokens[next]?.tag !== 'ADJ') return false
  while (tokens[next]?.tag === 'ADJ') next += 1
  return isHead(tokens[next]) || tokens[next]?.lower === 'and' || tokens[next]?.text === ','
}

/** True for a phrase that only points: a pronoun or a determiner alone. */
export const isPronoun = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'PRON' || token.tag === 'DET') && PERSONAL.test(token.lower)

type Attach = (preposition: string, at: number) => boolean

/**
 * The end of a noun phrase with its coordinations ("A, B, and C of D") and those prepositional phrases that `attach` lets in.
 * Stops before a verb, a clause, or a comma that no coordination explains.
 */
export function fullPhraseEnd(tokens: readonly Token[], from: number, attach: Attach): number {
  let end = nounPhraseEnd(tokens, from)
  if (end === from) return from
  for (;;) {
    const next = extend(tokens, end, attach)
    if (next === end) return end
    end = next
  }
}

function extend(tokens: readonly Token[], end: number, attach: Attach): number {
  const token = tokens[end]
  if (!token) return end
  if (attachable(tokens, end)) return attach(token.lower, end) ? afterPreposition(tokens, end) : end
  if (isConjunction(tokens, end)) return joined(tokens, end, end + 1)
  if (token.text !== ',') return end
  if (isConjunction(tokens, end + 1)) return joined(tokens, end, end + 2)
  return continuesList(tokens, end, attach) ? joined(tokens, end, end + 1) : end
}

/** A preposition, or "since gaining". */
const attachable = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'ADP' || (tagAt(tokens, at) === 'SCONJ' && lowerAt(tokens, at + 1).endsWith('ing'))

const isConjunction = (tokens: readonly Token[], at: number): boolean => /^(?:and|or)$/.test(lowerAt(tokens, at))

/** Past "of the X", or "since gaining the X". */
function afterPreposition(tokens: readonly Token[], at: number): number {
  const gerund = tokens[at + 1]?.tag === 'VERB' && tokens[at + 1]?.lower.endsWith('ing') ? 1 : 0
  const inner = nounPhraseEnd(tokens, at + 1 + gerund)
  return inner > at + 1 + gerund ? inner : at + 2 * gerund
}

/** A further noun phrase, unless a verb follows it: then it is the subject of another clause. */
function joined(tokens: readonly Token[], end: number, from: number): number {
  const to = nounPhraseEnd(tokens, from)
  if (to === from || isPronoun(tokens[from])) return end
  return to
}

/** After a comma without "and": only when an "and" closes the list further on, with nothing but phrases between. */
function continuesList(tokens: readonly Token[], comma: number, attach: Attach): boolean {
  let at = comma
  for (let members = 0; members < MOST_MEMBERS; members++) {
    const end = withTails(tokens, at + 1, attach)
    if (end === at + 1) return false
    if (isConjunction(tokens, end)) return true
    if (tokens[end]?.text !== ',') return false
    if (isConjunction(tokens, end + 1)) return nounPhraseEnd(tokens, end + 2) > end + 2
    at = end
  }
  return false
}

// Longer enumerations are read as prose.
const MOST_MEMBERS = 16

/** A noun phrase with its prepositional phrases, without coordination. */
function withTails(tokens: readonly Token[], from: number, attach: Attach): number {
  let end = nounPhraseEnd(tokens, from)
  while (end > from && tagAt(tokens, end) === 'ADP' && attach(lowerAt(tokens, end), end)) {
    const inner = nounPhraseEnd(tokens, end + 1)
    if (inner === end + 1) return end
    end = inner
  }
  return end
}

const LONGEST_TERM = 6

/** Past the term in quotation marks that opens at `from` ("the term | “desirable difficulties”"); `from` when none does. */
function quotedEnd(tokens: readonly Token[], from: number): number {
  const open = tokens[from]
  if (!open || !/^["“]$/.test(open.text) || tokens[from + 1]?.start !== open.end) return from
  for (let at = from + 2; at <= from + 1 + LONGEST_TERM; at++) {
    if (/^["”]$/.test(lowerAt(tokens, at))) return at + 1
  }
  return from
}
