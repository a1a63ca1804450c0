import { type Clause, readClause } from '../../language/english/clause'
import { isVerbBase } from '../../language/english/lexicon'
import { lowerAt, type Token, tagAt } from '../../language/english/tokens'
import { infinitiveOf, verbGroupAt } from '../../language/english/verbs'
import { causeClaims } from './claims/cause-claims'
import type { Claim } from './claims/claim'
import { aliasClaims, definitionClaims } from './claims/definition-claims'
import { timeClaims } from './claims/time-claims'
import { complementClaims, subjectClaims } from './claims/verb-claims'
import { gapClaims } from './gaps/gap-claims'
import { inlineListClaims } from './lists/list-claims'
import { isHedged, readingOf } from './sentences/clause-reading'
import type { ReaderContext } from './sentences/document-context'
import { mainClause } from './sentences/main-clause'
import type { Sentence } from './sentences/sentence'
import { unexplainedNouns, unresolvedReference } from './sentences/unresolved-reference'

/** Why a sentence is not asked. */
export type SentenceCode =
  | 'example'
  | 'command'
  | 'fragment'
  | 'question'
  | 'hedged'
  | 'unresolved-reference'
  | 'too-long'
  | 'no-claim'

const SOURCES = [aliasClaims, definitionClaims, timeClaims, causeClaims, complementClaims, subjectClaims]

/** The claims of one sentence; none when it is an example, a question, or no whole sentence. */
export function sentenceClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  if (formOf(sentence) !== null) return []
  const clause = readClause(sentence.tokens)
  const asked = [...inlineListClaims(sentence, context), ...(clause ? clauseClaims(sentence, clause, context) : [])]
  const gaps = allGapClaims(sentence, clause, context).filter(({ fact }) => !isAsked(fact.answer, asked))
  return [...asked, ...gaps].map((claim) => ({ ...claim, unresolved: unexplainedNouns(sentence.tokens, context) }))
}

/** The answer of another claim, give or take an article. */
const isAsked = (answer: string, claims: readonly Claim[]): boolean =>
  claims.some(({ fact }) => fact.answer.includes(answer) && fact.answer.length < answer.length + 5)

function clauseClaims(sentence: Sentence, clause: Clause, context: ReaderContext): Claim[] {
  const reading = readingOf(sentence, clause, context)
  if (isHedged(reading) || /^(?:and|or)$/.test(lowerAt(clause.tokens, clause.group.to)) || ELLIPSIS.test(sentence.text))
    return []
  return SOURCES.flatMap((claimsOf) => claimsOf(reading))
}

// "thirty were lost in May, and another ten in June": the second half has lost its verb.
const ELLIPSIS = /, (?:and|or) (?:an )?(?:another|additional|further) /

/** Gaps in the whole sentence where it can be asked; else in its main clause. */
function allGapClaims(sentence: Sentence, clause: Clause | null, context: ReaderContext): Claim[] {
  const whole = gapClaims(sentence, context)
  return whole.length > 0 || clause === null ? whole : gapClaims(mainClause(sentence, clause), context)
}

const LONGEST_WORDS = 35
const HEDGED =
  /\b(?:may|might|could|would|should|perhaps|probably|possibly|likely|allegedly|reportedly|apparently|seem(?:s|ed)?|appear(?:s|ed)?|if|unless|not|no|never|neither|nor|none|hardly|rarely)\b|n[’']t\b/i

/** Why a sentence without a claim has none, as far as it is certain; else that there is nothing to ask. */
export function sentenceCode(sentence: Sentence): SentenceCode {
  const { raw, text, tokens } = sentence
  const form = formOf({ ...sentence, tokens: withLikelyVerbs(tokens), example: EXAMPLE.test(raw) })
  if (form) return form
  if (pointsBack(tokens)) return 'unresolved-reference'
  if (HEDGED.test(text.replaceAll(MONTH, ''))) return 'hedged'
  return text.split(/\s+/).length > LONGEST_WORDS ? 'too-long' : 'no-claim'
}

// "See figure 3" tells what to do, and "Recall falls" states something: neither is asked, and neither is an example.
const EXAMPLE = /^(?:imagine|suppose|consider|let|say)\b|\bfor (?:example|instance)\b/i
const MONTH = /(?<!^)\bMay\b/g

/**
 * "A worker lives six weeks", "workers clean cells", "the east drove the flames": what is taken for a noun or an adjective may be the
 * verb, so that the sentence may be whole. Too unsure to be asked.
 */
const withLikelyVerbs = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at) => (mayBeVerb(tokens, at) ? { ...token, tag: 'VERB' } : token))

function mayBeVerb(tokens: readonly Token[], at: number): boolean {
  const [tag, before] = [tagAt(tokens, at), tagAt(tokens, at - 1)]
  if (!/^(?:NOUN|ADJ)$/.test(tag) || infinitiveOf(lowerAt(tokens, at)) === null) return false
  if (tag === 'NOUN' && before === 'NOUN') return true
  const mayFollowSubject = /^(?:NOUN|PROPN|ADJ)$/.test(before) || lowerAt(tokens, at - 1) === ','
  return mayFollowSubject && /^(?:DET|NOUN|PRON|NUM)$/.test(tagAt(tokens, at + 1))
}

const POINTER = /^(?:it|its|they|their|them|he|his|him|she|her|we|us|our|you|your|i|me|my|this|these|those|such)$/

/** It begins with a word that points at something, before there is anything in the sentence that could be meant. */
function pointsBack(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ tag, lower }) => /^(?:NOUN|PROPN|SCONJ)$/.test(tag) || POINTER.test(lower))
  const word = lowerAt(tokens, at)
  // "It was found that …"
  if (word === 'it' && tokens.some(({ lower }) => /^(?:that|to|whether)$/.test(lower))) return false
  return POINTER.test(word) && unresolvedReference(tokens, { from: at, to: at + 1 }) !== null
}

/** What kind of sentence it is when it is none that states something. */
function formOf({ raw, text, tokens, example }: Sentence): SentenceCode | null {
  if (example) return 'example'
  if (/\?["”’)]?$/.test(raw)) return 'question'
  const [first] = tokens
  if (first?.tag === 'VERB' && isVerbBase(first.lower) && !/(?:ed|ing)$/.test(first.lower)) return 'command'
  const isCut = (raw === text ? CUT : CUT_BY_BRACKETS).test(text)
  const hasFiniteVerb = (at: number) => lowerAt(tokens, at - 1) !== 'to' && verbGroupAt(tokens, at) !== null
  const isWhole = /[.!]["”’)]?$/.test(raw) && tokens.some((_, at) => hasFiniteVerb(at))
  return isWhole && !isCut && !isGarbled(text) && !INSERTED.test(raw) ? null : 'fragment'
}

// "As shown in , …": what was pointed at is lost.
const CUT = /\b(?:in|at|of|by|from|with|see) (?:[.,;]|reveals|shows)/
const CUT_BY_BRACKETS = /\b(?:in|at|of|by|from|with|see) ?(?:[.,;]|reveals|shows|is|are)/

/** "O 2" split by a line break, stray brackets, two sentences run together, a caption before a dash. */
const isGarbled = (text: string): boolean =>
  /^\p{Lu}[^.—–]{2,40}[—–]\p{Lu}/u.test(text) ||
  /^(?:\p{Ll}|(?:Nor|Neither|Yet|So|Or)\b)/u.test(text) ||
  /[.!?](?<=\p{Ll}{3}[.!?]) \p{Ll}|^[^.:,]{3,50}: \p{Lu}/u.test(text) ||
  /\d(?<=(?:^|\s)\p{Lu} \d)(?:\s|$)|\(\s*\)/u.test(text)

// "gave little [help] to [Smith’s] work": what an editor put in is part of the sentence.
const INSERTED = /\[[^\]\d]*\p{L}{3,}[^\]]*\]/u
