import type { CheckId } from '../../../check/check-result'
import { contentWords, jaccard, sharesRoot } from '../../../language/english/content-words'
import { isSpecificNoun } from '../../../language/english/lexicon'
import type { ItemType } from '../../../question-types/registry'

import type { Claim } from '../claims/claim'
import { isTheme, type Pool } from '../distractors/distractor-pool'
import type { Draft } from './draft'
import { matchings, orderings } from './matching-and-ordering'
import { gapCards, gaps, memberChoice, questionCards, questions, reverseQuestions } from './question'
import { trueFalse } from './true-false'

/** Drafts of which at most one is shown: one above its threshold, of the type that is farthest behind its share. */
export type Alternatives = {
  readonly drafts: readonly Draft[]
  /** Shown only if its answer is not yet asked with the same evidence. */
  readonly separate: boolean
}

/** The share of a deck that each type should have: a type behind its share comes first. */
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

/** How much of its share a type has used. */
export const shareUsed = (type: ItemType, counts: ReadonlyMap<ItemType, number>): number =>
  (counts.get(type) ?? 0) / (SHARE[type] ?? 1)

/** The alternatives for the claims of a section, grouped by evidence, in the order of the text. `refuse` counts claims that cannot be asked. */
export const alternativesOf = (
  claims: readonly Claim[],
  pool: Pool,
  refuse: (check: CheckId) => void = () => {},
): Alternatives[][] => [
  ...groupByEvidence(claims).map((together) =>
    together[0]?.group ? alternativesOfList(together, pool) : alternativesOfSentence(together, pool, refuse),
  ),
  ...[...orderings(claims, pool), ...matchings(claims)].map((draft) => [alternatives([draft])]),
]

const alternatives = (drafts: readonly Draft[], { separate = false } = {}): Alternatives => ({ drafts, separate })

/**
 * Two answers of a sentence are asked, one as a question and one as a card; more would answer each other. Types with options or
 * a number come first: few claims allow them, while anything can be a card or a gap.
 */
function alternativesOfSentence(found: readonly Claim[], pool: Pool, refuse: (check: CheckId) => void): Alternatives[] {
  const askable = found.filter((claim) => isAskable(claim, pool))
  for (let n = askable.length; n < found.length; n++) refuse('R10')
  const claims = askable.map((claim) => withoutTopicAsKey(claim, pool))
  const drafts = [...claims.flatMap(waysToTurn), ...claims.flatMap((claim) => waysToQuiz(claim, pool))]
  const special = drafts.filter(({ type }) => type !== 'flashcard' && type !== 'cloze')
  return [alternatives(special), alternatives(drafts, { separate: true }), alternatives(drafts, { separate: true })]
}

const waysToQuiz = (claim: Claim, pool: Pool): Draft[] =>
  [...questions(claim, pool), ...gaps(claim, pool), ...trueFalse(claim, pool)].filter(
    ({ type }) => type !== 'flashcard',
  )

/** A claim as a card, from either side. */
const waysToTurn = (claim: Claim): Draft[] => [...questionCards(claim), ...gapCards(claim)]

/** A list is asked as a whole, by its count, by its members' parts, by a missing member, by membership, and as a statement. */
function alternativesOfList(claims: readonly Claim[], pool: Pool): Alternatives[] {
  const members = claims.filter(({ list }) => list !== null)
  const whole = claims.filter(({ list, question }) => list === null && question !== null)
  const parts = claims.filter(({ list, question, gapped }) => list === null && question === null && gapped !== null)
  const [missing] = members.filter(({ gapped }) => gapped !== null)
  const others = members.filter((claim) => claim !== missing)
  const stems = [...whole, ...parts].map(({ question, gapped }) => `${question ?? ''} ${gapped ?? ''}`)
  return [
    ...whole
      .filter((claim) => claim.fact.kind !== 'count' || !stems.some((stem) => says(stem, claim.fact.answer)))
      .map((claim) =>
        alternatives([...questions(claim, pool), ...reverseQuestions(claim, pool), ...trueFalse(claim, pool)]),
      ),
    ...parts.map((claim) => alternatives(gaps(claim, pool))),
    ...(missing ? [alternatives([...gaps(missing, pool), ...memberChoice(missing, pool)])] : []),
    alternatives(others.flatMap((claim) => [...(missing ? [] : memberChoice(claim, pool)), ...trueFalse(claim, pool)])),
  ]
}

/** "The three layers are A, _____ and C" answers "How many layers are there?". */
const says = (stem: string, count: string): boolean =>
  stem
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(count)

/** Claims of one sentence or one list, together and in the order of the text. */
function groupByEvidence(claims: readonly Claim[]): Claim[][] {
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

const LONGEST = 6
const OWN = /\b(?:its|their|his|her)\b/i

/** An answer that is specific and not the topic of the text. Lists, dates and figures always are. */
function isAskable(claim: Claim, pool: Pool): boolean {
  const { fact, exact } = claim
  if (fact.members.length > 2 || claim.group !== null || claim.opposite !== null) return true
  if (exact) return !(fact.answer.match(/\b\d{4}\b/g) ?? []).some((year) => pool.title.includes(year))
  if (/^(?:thus|thereby|hence|which|that|as|by) /.test(fact.answer)) return false
  if (/, (?:and|or) /.test(fact.answer) && fact.members.length === 0) return false
  return !isTheme(pool, fact.answer) && !OWN.test(fact.answer) && !refersBack(claim) && !isTopicAgain(fact.answer, pool)
}

/** The topic of the text is not asked as the term of its definition. */
const withoutTopicAsKey = (claim: Claim, pool: Pool): Claim =>
  claim.reverse !== null && isTopicAgain(claim.fact.subject, pool) ? { ...claim, reverse: null } : claim

/** "the landers", "the growth rings": known only from the text before. */
const refersBack = ({ fact, unresolved }: Claim): boolean =>
  THE_NOUN.test(fact.answer) ||
  (fact.answer.startsWith('the ') && unresolved.includes(fact.answer.split(' ').at(-1) ?? ''))
const THE_NOUN = /^the \p{Ll}[\p{L}-]+$/u

/** "the tissue of the thyroid gland" under "The thyroid gland": the topic with nothing specific added. */
function isTopicAgain(answer: string, { title }: Pool): boolean {
  const said = contentWords(answer)
  if (said.length > LONGEST) return false
  const titled = contentWords(title)
  const others = said.filter((word) => !titled.some((titleWord) => word === titleWord || sharesRoot(word, titleWord)))
  if (others.length === said.length) return false
  const head = contentWords(answer.split(/ (?:of|in|for|to|from|with|by|on) /)[0] ?? '').at(-1) ?? ''
  return !others.includes(head) || !others.some((word) => isName(answer, word) || isSpecificNoun(word))
}

const isName = (answer: string, word: string): boolean =>
  answer.split(/[\s-]+/).some((part) => /^\p{Lu}/u.test(part) && part.toLowerCase().startsWith(word))
