import { contentWords, sharesRoot } from '../../../language/english/content-words'
import { seedOf, shuffled } from '../../../shared/seed'
import type { Claim } from '../claims/claim'
import type { Draft } from './make-item'

const FEWEST_PAIRS = 3
const MOST_PAIRS = 5
const LONGEST_SIDE = 24

/** Terms that a section defines, to be matched with what the text says of them. */
export function matchings(claims: readonly Claim[]): Draft[] {
  const defined = unique(claims.filter(isDefinition)).filter(
    ({ like }, _, all) => isPlural(like) === isPlural(all[0]?.like ?? ''),
  )
  const drafts: Draft[] = []
  for (let from = 0; from + FEWEST_PAIRS <= defined.length; from += MOST_PAIRS) {
    const pairs = defined.slice(from, from + MOST_PAIRS)
    if (pairs.length >= FEWEST_PAIRS) drafts.push(matchingOf(pairs))
  }
  return drafts
}

/** A definition that does not say its own term. */
function isDefinition({ fact, answerType, question, sure }: Claim): boolean {
  if (answerType !== 'definition' || question === null || !sure || fact.answer.split(' ').length > LONGEST_SIDE)
    return false
  const said = contentWords(fact.answer)
  return !contentWords(fact.subject).some((word) => said.some((other) => sharesRoot(word, other)))
}

/** One plural among singulars would be matched by its form. */
const isPlural = (like: string): boolean => like.startsWith('definition plural')

function unique(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>()
  return claims.filter(({ fact }) => {
    const sides = [fact.subject, fact.answer].map((side) => side.toLowerCase())
    const fresh = sides.every((side) => !seen.has(side))
    if (fresh) for (const side of sides) seen.add(side)
    return fresh
  })
}

function matchingOf(pairs: readonly Claim[]): Draft {
  const [first] = pairs as [Claim]
  return {
    type: 'matching',
    claim: first,
    stem: 'Match each term with what the text says it is.',
    key: pairs.map(({ fact }) => `${fact.subject} → ${fact.answer}`),
    options: shuffled(pairs.map(({ fact }) => fact.answer).sort(), seedOf(first.fact.id)),
    factIds: pairs.map(({ fact }) => fact.id),
    spans: pairs.flatMap(({ fact }) => fact.spans.slice(0, 1)),
    explanation: pairs.map(({ fact }) => fact.statement).join(' '),
  }
}
