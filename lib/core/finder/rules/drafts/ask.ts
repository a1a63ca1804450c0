import type { ItemType } from '../../../item/item'
import { jaccard } from '../../../language/english/content-words'
import type { Claim } from '../claims/claim'
import type { Pool } from '../distractors/pool'
import { isWorthAsking, withoutTopicAsKey } from './askable'
import { memberChoice } from './choices'
import { gapCards, gaps } from './gaps'
import type { Draft } from './make-item'
import { matchings } from './matchings'
import { orderings } from './orderings'
import { questionCards, questions, reverseQuestions } from './questions'
import { trueFalse } from './true-false'

/** Ways to ask one thing, of which one is shown: the surest, and of those about as sure the type in need. */
export type Ask = {
  readonly ways: readonly Draft[]
  /** Asked only of an answer that is not asked yet of what it is proven with. */
  readonly apart: boolean
}

/** How much of a deck each type may be: a type that is behind its share comes first. A quiz asks no card, so what can be typed as well is. */
const SHARE: Readonly<Record<string, number>> = {
  flashcard: 10,
  cloze: 20,
  choice: 22,
  'true-false': 20,
  'short-answer': 12,
  numeric: 14,
  multiple: 10,
  matching: 5,
  ordering: 5,
}

/** How far ahead of its share a type is. */
export const needOf = (type: ItemType, counts: ReadonlyMap<ItemType, number>): number =>
  (counts.get(type) ?? 0) / (SHARE[type] ?? 1)

/** What the claims of a section are asked, in the order of the text; what is proven together stands together. */
export const asksOf = (claims: readonly Claim[], pool: Pool): Ask[][] => [
  ...provenTogether(claims).map((together) =>
    together[0]?.group ? asksOfList(together, pool) : asksOfSentence(together, pool),
  ),
  ...[...orderings(claims, pool), ...matchings(claims)].map((draft) => [ask([draft])]),
]

const ask = (ways: readonly Draft[], { apart = false } = {}): Ask => ({ ways, apart })

/**
 * What one sentence is asked: two of its answers, one as a question and one as a card; more would answer each other. What has
 * options or a figure to type comes first: few claims have it, and anything can be a card or a gap.
 */
function asksOfSentence(found: readonly Claim[], pool: Pool): Ask[] {
  const claims = found.filter((claim) => isWorthAsking(claim, pool)).map((claim) => withoutTopicAsKey(claim, pool))
  const ways = [...claims.flatMap(waysToTurn), ...claims.flatMap((claim) => waysToQuiz(claim, pool))]
  const special = ways.filter(({ type }) => type !== 'flashcard' && type !== 'cloze')
  return [ask(special), ask(ways, { apart: true }), ask(ways, { apart: true })]
}

const waysToQuiz = (claim: Claim, pool: Pool): Draft[] =>
  [...questions(claim, pool), ...gaps(claim, pool), ...trueFalse(claim, pool)].filter(
    ({ type }) => type !== 'flashcard',
  )

/** A claim as a card, from either side. */
const waysToTurn = (claim: Claim): Draft[] => [...questionCards(claim), ...gapCards(claim)]

/** What a list is asked: all of it, how many, what is said of each member, what is missing or in it, and one to judge. */
function asksOfList(claims: readonly Claim[], pool: Pool): Ask[] {
  const members = claims.filter(({ list }) => list !== null)
  const whole = claims.filter(({ list, question }) => list === null && question !== null)
  const parts = claims.filter(({ list, question, gapped }) => list === null && question === null && gapped !== null)
  const [missing] = members.filter(({ gapped }) => gapped !== null)
  const others = members.filter((claim) => claim !== missing)
  const told = [...whole, ...parts].map(({ question, gapped }) => `${question ?? ''} ${gapped ?? ''}`)
  return [
    ...whole
      .filter((claim) => claim.fact.kind !== 'count' || !told.some((stem) => says(stem, claim.fact.answer)))
      .map((claim) => ask([...questions(claim, pool), ...reverseQuestions(claim, pool), ...trueFalse(claim, pool)])),
    ...parts.map((claim) => ask(gaps(claim, pool))),
    ...(missing ? [ask([...gaps(missing, pool), ...memberChoice(missing, pool)])] : []),
    ask(others.flatMap((claim) => [...(missing ? [] : memberChoice(claim, pool)), ...trueFalse(claim, pool)])),
  ]
}

/** "The three layers are A, _____ and C" answers "How many layers are there?". */
const says = (stem: string, count: string): boolean =>
  stem
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(count)

/** Claims that one sentence or one list proves, together and in the order of the text. */
function provenTogether(claims: readonly Claim[]): Claim[][] {
  const places = new Map<string, Claim[][]>()
  for (const claim of claims) {
    const groups = places.get(placeOf(claim)) ?? []
    const group = groups.find(([first]) => first && statesTheSame(first, claim))
    if (group) group.push(claim)
    else places.set(placeOf(claim), [...groups, [claim]])
  }
  return [...places.values()].flat()
}

/** A clause and its sentence say the same; "X, whose Y …" says two things. */
const statesTheSame = (a: Claim, b: Claim): boolean =>
  a.group !== null || jaccard(a.fact.statement, b.fact.statement) >= SAME_STATEMENT
const SAME_STATEMENT = 0.5

const placeOf = ({ fact, group }: Claim): string => group ?? String(fact.spans[0]?.start)
