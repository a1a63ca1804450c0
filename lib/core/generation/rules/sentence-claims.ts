import { type Clause, readClause } from '../../language/english/clause'
import { isVerbBase } from '../../language/english/lexicon'
import { lowerAt, type Token } from '../../language/english/tokens'
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

/** Why a sentence without a claim has none; a sentence that nothing speaks against has nothing to ask. */
export function sentenceCode(sentence: Sentence): SentenceCode {
  const { text, tokens } = sentence
  const form = formOf({ ...sentence, tokens: withLikelyVerbs(tokens) })
  if (form) return form
  if (unresolvedReference(tokens, { from: 0, to: tokens.length }) !== null) return 'unresolved-reference'
  if (HEDGED.test(text)) return 'hedged'
  return text.split(/\s+/).length > LONGEST_WORDS ? 'too-long' : 'no-claim'
}

/** "A worker lives six weeks": a noun after a noun may be the verb, so that the sentence may be whole. Too unsure to be asked. */
const withLikelyVerbs = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at) =>
    token.tag === 'NOUN' && tokens[at - 1]?.tag === 'NOUN' && infinitiveOf(token.lower) !== null
      ? { ...token, tag: 'VERB' }
      : token,
  )

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
