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

/**
 * What one sentence is asked: one question and, of another part, one card; two questions of a sentence would answer each
 * other. What may have another answer waits for an author's nod.
 */
function asksOfSentence(found: readonly Claim[], pool: Pool): Ask[] {
  const claims = found.filter(({ fact }) => fact.members.length > 0 || !isTheme(pool, fact.answer))
  const [quizzed, ...more] = claims.filter(canQuiz).sort(surestFirst)
  const cards = claims.filter((claim) => claim !== quizzed && canTurn(claim)).sort(fullestFirst)
  const isAlone = cards.length === 0
  const instead = more.filter((claim) => claim !== cards[0])
  return [
    ...inTurn(quizzed ? [quizzed, ...instead] : [], (claim) => [
      ...waysToQuiz(claim, pool),
      ...(isAlone && claim === quizzed ? waysToTurn(claim, pool) : []),
    ]),
    ...inTurn(cards, (claim) => waysToTurn(claim, pool)),
    ...doubtful(claims, pool),
  ]
}

const canQuiz = (claim: Claim): boolean =>
  claim.exact || claim.opposite !== null || isSharpQuestion(claim) || isSharpGap(claim)

const canTurn = (claim: Claim): boolean => claim.reverse !== null || isSharpQuestion(claim) || isSharpGap(claim)

/** A card of a list tells the most. */
const fullestFirst = (a: Claim, b: Claim): number => b.fact.members.length - a.fact.members.length

/** A date or a figure before a name, a name before a term. */
const surestFirst = (a: Claim, b: Claim): number => rankOfKind(a) - rankOfKind(b)
const rankOfKind = ({ exact, fact }: Claim): number =>
  exact ? 0 : /^(?:name|actor|place|alias)$/.test(fact.kind) ? 1 : 2

const isCard = ({ type }: Draft): boolean => type === 'flashcard'

/** Questions on a claim, and its statement to judge. A term of several words has too many spellings to be typed. */
function waysToQuiz(claim: Claim, pool: Pool): Draft[] {
  const asked = isSharpQuestion(claim) ? questions(claim, pool) : []
  const left = isSharpGap(claim) && !isLongTerm(claim) ? gaps(claim, pool) : []
  return [...asked, ...left, ...trueFalse(claim, pool)].filter((draft) => !isCard(draft))
}

const isLongTerm = ({ fact }: Claim): boolean =>
  fact.kind === 'property' && fact.answer.split(' ').length > LONGEST_TERM
const LONGEST_TERM = 3

/** A claim as a card, from either side. */
function waysToTurn(claim: Claim, pool: Pool): Draft[] {
  const asked = isSharpQuestion(claim) ? questions(claim, pool) : []
  const left = isSharpGap(claim) ? gaps(claim, pool) : []
  return [...asked, ...reverseQuestions(claim, pool), ...left].filter(isCard)
}

/** The first of the claims that is fit to be shown. */
function inTurn([claim, ...others]: readonly Claim[], waysOf: (claim: Claim) => Draft[]): Ask[] {
  if (!claim) return []
  return [{ claim, ways: waysOf(claim), otherwise: () => inTurn(others, waysOf)[0] }]
}

/** What may have another answer as well, by its words: an author may know better. */
function doubtful(claims: readonly Claim[], pool: Pool): Ask[] {
  const questioned = claims.filter((claim) => claim.question !== null && !isSharpQuestion(claim))
  const gapped = claims.filter(
    (claim) => claim.gapped !== null && claim.fact.members.length === 0 && !isSharpGap(claim),
  )
  const ways = [
    ...questioned.flatMap((claim) => questions(claim, pool)),
    ...gapped.flatMap((claim) => gaps(claim, pool)),
  ]
  const [first] = ways
  return first ? [{ claim: first.claim, ways: ways.map((draft) => ({ ...draft, sure: false })) }] : []
}

/** What a list is asked: all of it, how many, what is said of each member, what is missing or in it, and one to judge. */
function asksOfList(claims: readonly Claim[], pool: Pool): Ask[] {
  const members = claims.filter(({ list }) => list !== null)
  const whole = claims.filter(({ list, question }) => list === null && question !== null)
  const parts = claims.filter(({ list, question, gapped }) => list === null && question === null && gapped !== null)
  const [missing] = members.filter(({ gapped }) => gapped !== null)
  const others = members.filter((claim) => claim !== missing)
  const oneOf = missing ? { claim: missing, ways: [...gaps(missing, pool), ...memberChoice(missing, pool)] } : null
  const judged = inTurn(others, (claim) => [...(oneOf ? [] : memberChoice(claim, pool)), ...trueFalse(claim, pool)])
  return [
    ...whole.map((claim) => ({
      claim,
      ways: [...questions(claim, pool), ...reverseQuestions(claim, pool), ...trueFalse(claim, pool)],
    })),
    ...parts.map((claim) => ({ claim, ways: gaps(claim, pool) })),
    ...(oneOf ? [oneOf] : []),
    ...judged,
  ]
}

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
