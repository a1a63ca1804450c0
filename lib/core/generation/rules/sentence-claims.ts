import { type Clause, readClause } from '../../language/english/clause'
import { isVerbBase } from '../../language/english/lexicon'
import { lowerAt, type Token } from '../../language/english/tokens'
import { sentenceGapClaims } from './answer-candidates/gap-claims'
import { causeClaims } from './claims/cause-claims'
import type { Claim } from './claims/claim'
import { definitionClaims } from './claims/definition-claims'
import { aliasClaims } from './claims/name-claims'
import { objectClaims, recipientClaims } from './claims/object-claims'
import { abilityClaims, passiveClaims, relationClaims } from './claims/relation-claims'
import { subjectClaims } from './claims/subject-claims'
import { placeClaims, timeClaims } from './claims/time-and-place-claims'
import { coordinationClaims } from './lists/coordination-claims'
import {
  countedListClaims,
  exampleClaims,
  existentialClaims,
  inlineListClaims,
  namedListClaims,
} from './lists/sentence-lists'
import { isHedged, readingOf } from './sentences/clause-reading'
import { unresolvedDefinites } from './sentences/definite-noun-phrases'
import { deriveSentences, mainClause } from './sentences/derived-sentences'
import type { ReaderContext } from './sentences/document-context'
import type { Sentence } from './sentences/sentence'

const SOURCES = [
  inlineListClaims,
  aliasClaims,
  definitionClaims,
  timeClaims,
  placeClaims,
  passiveClaims,
  objectClaims,
  recipientClaims,
  relationClaims,
  abilityClaims,
  causeClaims,
  subjectClaims,
]

/** A fragment of a sentence, "O 2" split by a line break, stray brackets, two sentences run together. */
const isGarbled = (text: string): boolean =>
  /^\p{Lu}[^.—–]{2,40}[—–]\p{Lu}/u.test(text) ||
  /^(?:\p{Ll}|(?:Nor|Neither|Yet|So|Or)\b)/u.test(text) ||
  /[.!?](?<=\p{Ll}{3}[.!?]) \p{Ll}|^[^.:,]{3,50}: \p{Lu}/u.test(text) ||
  /\d(?<=(?:^|\s)\p{Lu} \d)(?:\s|$)/u.test(text) ||
  (text.includes('(') && /\p{Lu}\p{L}+ (?:\([^)]*\) ?)+\p{Lu}|\(\s*\)/u.test(text))

// "gave little [help] to [Smith’s] work": what an editor put in is part of the sentence.
const INSERTED = /\[[^\]\d]*\p{L}{3,}[^\]]*\]/u

/** "A thin layer composed of cells.": no verb of its own. */
const isFragment = ({ tokens }: Sentence): boolean => {
  const verbs = tokens.filter(({ tag }) => tag === 'VERB' || tag === 'AUX')
  const [only] = verbs
  return (
    verbs.length === 1 &&
    /^(?:composed|located|called|named|made|known|found|based|covered|used|situated|surrounded)$/.test(
      only?.lower ?? '',
    ) &&
    /^(?:of|by|in|on|as|from|with|at|to|for)$/.test(tokens[tokens.indexOf(only as Token) + 1]?.lower ?? '')
  )
}

/** "Submit a complaint": tells the reader what to do. */
const isCommand = ({ tokens: [first] }: Sentence): boolean =>
  first?.tag === 'VERB' && isVerbBase(first.lower) && !/(?:ed|ing)$/.test(first.lower)

/** The claims of one sentence; none when it is an example, a question, or no whole sentence. */
export function sentenceClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  if (
    sentence.example ||
    isCommand(sentence) ||
    isFragment(sentence) ||
    INSERTED.test(sentence.raw) ||
    isGarbled(sentence.text) ||
    (sentence.raw !== sentence.text && isGarbled(sentence.raw)) ||
    !/[.!]["”’)]?$/.test(sentence.raw)
  )
    return []
  const clause = readClause(sentence.tokens)
  const derived = clause ? deriveSentences(sentence, clause) : []
  const claims = [
    ...(clause ? clauseClaims(sentence, clause, context) : []),
    ...derived.flatMap((derivedSentence) => derivedClaims(derivedSentence, context)),
    ...exampleClaims(sentence, context),
    ...namedListClaims(sentence, context),
    ...existentialClaims(sentence, context),
    ...countedListClaims(sentence, context),
  ]
  const lists = claims.some(({ fact }) => fact.members.length > 2)
    ? []
    : firstOf([sentence, ...derived], (part) => coordinationClaims(part, context))
  const asked = [...claims, ...lists].flatMap(({ question, fact }) =>
    question === null ? [] : [fact.answer, ...fact.members],
  )
  return [...claims, ...lists, ...gapClaims(sentence, clause, derived, context, asked)]
}

/** Gaps in the whole sentence where it can be asked; else in its main clause, and in what else it states. */
function gapClaims(
  sentence: Sentence,
  clause: Clause | null,
  derived: readonly Sentence[],
  context: ReaderContext,
  asked: readonly string[],
): Claim[] {
  const gapsOf = (part: Sentence) => sentenceGapClaims(part, context, asked)
  const whole = gapsOf(sentence)
  if (whole.length > 0) return whole
  const main = clause ? mainClause(sentence, clause) : sentence
  return [...(main.text === sentence.text ? [] : gapsOf(main)), ...firstOf(derived, gapsOf)]
}

/** The claims of the first sentence that has any: the whole one before its parts. */
function firstOf(sentences: readonly Sentence[], claimsOf: (sentence: Sentence) => Claim[]): Claim[] {
  for (const sentence of sentences) {
    const claims = claimsOf(sentence)
    if (claims.length > 0) return claims
  }
  return []
}

function derivedClaims(sentence: Sentence, context: ReaderContext): Claim[] {
  const clause = readClause(sentence.tokens)
  return clause ? clauseClaims(sentence, clause, context) : []
}

function clauseClaims(sentence: Sentence, clause: Clause, context: ReaderContext): Claim[] {
  const reading = readingOf(sentence, clause, context)
  if (isHedged(reading) || /^(?:and|or)$/.test(lowerAt(clause.tokens, clause.group.to))) return []
  const claims = SOURCES.flatMap((claimsOf) => claimsOf(reading))
  return claims.length > 0 || context.lenient ? claims : unresolvedClaims(sentence, clause, context)
}

/** Claims with an unresolved "the hostages" or "the experiment" need review. */
function unresolvedClaims(sentence: Sentence, clause: Clause, context: ReaderContext): Claim[] {
  const reading = readingOf(sentence, clause, { ...context, lenient: true })
  const unresolved = unresolvedDefinites(sentence.tokens, context)
  return SOURCES.flatMap((claimsOf) => claimsOf(reading)).map((claim) => ({ ...claim, isCertain: false, unresolved }))
}
