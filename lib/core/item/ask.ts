import type { Claim } from '../fact/claim'
import type { ItemType } from './item'
import { jaccard } from './lint/words'
import type { Draft } from './make-item'
import { isTheme, type Pool } from './pool'
import { isSharpGap, isSharpQuestion } from './sharp'
import { memberChoice } from './views/choices'
import { gaps } from './views/gaps'
import { matchings } from './views/matchings'
import { orderings } from './views/orderings'
import { questions, reverseQuestions } from './views/questions'
import { trueFalse } from './views/true-false'

/** One thing to ask, with the ways it can be shown: the first that is fit is shown, and the others are not. */
export type Ask = {
  readonly claim: Claim
  readonly ways: readonly Draft[]
  /** What is asked when none of the ways is fit; made only then. */
  readonly otherwise?: () => Ask | undefined
}

/** How much of a deck each type may be: a type that is behind its share comes first. */
const SHARE: Readonly<Record<string, number>> = {
  flashcard: 20,
  cloze: 22,
  choice: 22,
  'true-false': 18,
  'short-answer': 10,
  numeric: 8,
  multiple: 10,
  matching: 5,
  ordering: 5,
}

/** Ways of one ask, the type that is farthest behind its share first. */
export const inNeed = (ways: readonly Draft[], counts: ReadonlyMap<ItemType, number>): Draft[] =>
  [...ways].sort((a, b) => needOf(a.type, counts) - needOf(b.type, counts))

const needOf = (type: ItemType, counts: ReadonlyMap<ItemType, number>): number =>
  (counts.get(type) ?? 0) / (SHARE[type] ?? 1)

/** What the claims of a section are asked, in the order of the text. */
export const asksOf = (claims: readonly Claim[], pool: Pool): Ask[] => [
  ...provenTogether(claims).flatMap((together) =>
    together[0]?.group ? asksOfList(together, pool) : asksOfSentence(together, pool),
  ),
  ...orderings(claims, pool),
  ...matchings(claims),
]

const MOST_QUESTIONS = 3

/**
 * What the claims of one sentence are asked: one gap, one statement to judge, and questions about its other parts, so
 * that no item of a sentence is another one reworded.
 */
function asksOfSentence(found: readonly Claim[], pool: Pool): Ask[] {
  const claims = found.filter(({ fact }) => fact.members.length > 0 || !isTheme(pool, fact.answer))
  const gapped = gapsOf(claims)
  const [gap] = gapped
  const asked = claims.filter((claim) => claim !== gap && isSharpQuestion(claim)).slice(0, MOST_QUESTIONS)
  const turned = claims.filter(({ reverse }) => reverse !== null).slice(0, 1)
  const second = secondGap(gapped, asked)
  const judged = [...claims.filter((claim) => claim !== gap), ...gapped.slice(0, 1)]
  return [
    ...asked.map((claim) => ({ claim, ways: questions(claim, pool) })),
    ...turned.map((claim) => ({ claim, ways: reverseQuestions(claim, pool) })),
    ...inTurn(
      gapped.filter((claim) => !second.includes(claim)),
      pool,
    ),
    ...inTurn(second, pool),
    ...firstOf(judged, (claim) => trueFalse(claim, pool)),
    ...doubtful(claims, [...asked, ...gapped], pool),
  ]
}

/** What may have another answer as well, by its words: an author may know better. */
function doubtful(claims: readonly Claim[], asked: readonly Claim[], pool: Pool): Ask[] {
  const left = claims.filter((claim) => !asked.includes(claim))
  const questioned = left.filter(({ question }) => question !== null)
  const gapped = left.filter((claim) => claim.gapped !== null && claim.fact.members.length === 0)
  const ways = [
    ...questioned.flatMap((claim) => questions(claim, pool)),
    ...gapped.flatMap((claim) => gaps(claim, pool)),
  ]
  const [first] = ways
  return first ? [{ claim: first.claim, ways: ways.map((draft) => ({ ...draft, sure: false })) }] : []
}

/** Parts to leave out, best first: one that no question asks; a name or a figure before a term. */
function gapsOf(claims: readonly Claim[]): Claim[] {
  const gapped = claims.filter(isSharpGap)
  const only = gapped.filter((claim) => !isSharpQuestion(claim))
  return only.length > 0 ? only : gapped.slice(0, 1)
}

/** The first of the claims that can be asked with a gap; the only one of a sentence by a question as well. */
function inTurn([claim, ...others]: readonly Claim[], pool: Pool): Ask[] {
  if (!claim) return []
  const ways = [...(isSharpQuestion(claim) ? questions(claim, pool) : []), ...gaps(claim, pool)]
  return [{ claim, ways, otherwise: () => inTurn(others, pool)[0] }]
}

const WORDS_FOR_TWO_GAPS = 18
// "X, whose Y …" states two things; a clause and its sentence state one.
const ANOTHER_STATEMENT = 0.5

/** A long sentence has room for another gap, in a part that nothing asks yet. */
function secondGap([gap, ...others]: readonly Claim[], asked: readonly Claim[]): Claim[] {
  if (!gap) return []
  const isLong = gap.fact.statement.split(' ').length >= WORDS_FOR_TWO_GAPS
  const taken = [gap, ...asked].map(({ fact }) => fact.answer)
  return others
    .filter(({ fact }) => isLong || jaccard(fact.statement, gap.fact.statement) < ANOTHER_STATEMENT)
    .filter(({ fact }) => !taken.some((answer) => answer.includes(fact.answer) || fact.answer.includes(answer)))
    .slice(0, 1)
}

function firstOf(claims: readonly Claim[], find: (claim: Claim) => Draft[]): Ask[] {
  for (const claim of claims) {
    const ways = find(claim)
    if (ways.length > 0) return [{ claim, ways }]
  }
  return []
}

const MOST_JUDGED = 2

/** What a list is asked: all of it, how many, what is missing, which is in it, what is said of each, and some members to judge. */
function asksOfList(claims: readonly Claim[], pool: Pool): Ask[] {
  const members = claims.filter(({ list }) => list !== null)
  const missing = members.filter(({ gapped }) => gapped !== null).slice(0, 1)
  const others = members.filter((claim) => !missing.includes(claim))
  const chosen = firstOf(others, (claim) => memberChoice(claim, pool))
  const judged = others.filter((claim) => claim !== chosen[0]?.claim)
  const whole = claims.filter(({ list, question }) => list === null && question !== null)
  const parts = claims.filter(({ list, question, gapped }) => list === null && question === null && gapped !== null)
  return [
    ...whole.flatMap((claim) => [
      { claim, ways: questions(claim, pool) },
      { claim, ways: reverseQuestions(claim, pool) },
    ]),
    ...[...missing, ...parts].map((claim) => ({ claim, ways: gaps(claim, pool) })),
    ...chosen,
    ...[...judged, ...whole]
      .map((claim) => ({ claim, ways: trueFalse(claim, pool) }))
      .filter(({ ways }) => ways.length > 0)
      .slice(0, MOST_JUDGED),
  ]
}

/** Claims that one sentence or one list proves, together and in the order of the text. */
function provenTogether(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = placeOf(claim)
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()]
}

const placeOf = ({ fact, group }: Claim): string => group ?? String(fact.spans[0]?.start)
