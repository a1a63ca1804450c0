import { type Clause, readClause } from '../language/english/clause'
import type { Claim } from './claim'
import { clozeClaims } from './cloze-claims'
import { coordinationClaims } from './coordination-claims'
import { definitionClaims } from './definition-claims'
import { deriveSentences, mainClause } from './derive'
import { exampleClaims } from './example-claims'
import { inlineListClaims } from './inline-list-claims'
import type { Known } from './known'
import { namedListClaims } from './named-list-claims'
import { objectClaims } from './object-claims'
import { passiveClaims } from './passive-claims'
import { isHedged, readingOf } from './reading'
import type { Sentence } from './sentence'
import { subjectClaims } from './subject-claims'
import { timeClaims } from './time-claims'

const SOURCES = [inlineListClaims, definitionClaims, timeClaims, passiveClaims, objectClaims, subjectClaims]

// "O 2": a formula torn apart by a line break; brackets or quotation marks left over.
const GARBLED = /\p{Lu}\p{L}+ (?:\([^)]*\) ?)+\p{Lu}|(?:^|\s)\p{Lu} \d(?:\s|$)|\(\s*\)|^\p{Ll}/u

/** The claims of one sentence; none when it is an example, a question, or no whole sentence. */
export function sentenceClaims(sentence: Sentence, known: Known): Claim[] {
  if (
    sentence.example ||
    GARBLED.test(sentence.text) ||
    GARBLED.test(sentence.raw) ||
    !/[.!]["”’)]?$/.test(sentence.raw)
  )
    return []
  const clause = readClause(sentence.tokens)
  const derived = clause ? deriveSentences(sentence, clause) : []
  const claims = [
    ...(clause ? clauseClaims(sentence, clause, known) : []),
    ...derived.flatMap((other) => derivedClaims(other, known)),
    ...exampleClaims(sentence, known),
    ...namedListClaims(sentence, known),
  ]
  const lists = claims.some(({ fact }) => fact.members.length > 2)
    ? []
    : firstOf([sentence, ...derived], (one) => coordinationClaims(one, known))
  const asked = [...claims, ...lists].flatMap(({ question, fact }) =>
    question === null ? [] : [fact.answer, ...fact.members],
  )
  const shorter = clause ? [mainClause(sentence, clause)] : []
  return [...claims, ...lists, ...firstOf([sentence, ...shorter, ...derived], (one) => clozeClaims(one, known, asked))]
}

/** The claims of the first sentence that has any: the whole one before its parts. */
function firstOf(sentences: readonly Sentence[], claimsOf: (sentence: Sentence) => Claim[]): Claim[] {
  for (const sentence of sentences) {
    const claims = claimsOf(sentence)
    if (claims.length > 0) return claims
  }
  return []
}

function derivedClaims(sentence: Sentence, known: Known): Claim[] {
  const clause = readClause(sentence.tokens)
  return clause ? clauseClaims(sentence, clause, known) : []
}

function clauseClaims(sentence: Sentence, clause: Clause, known: Known): Claim[] {
  const reading = readingOf(sentence, clause, known)
  return isHedged(reading) ? [] : SOURCES.flatMap((claims) => claims(reading))
}
