import type { CheckId } from '../../../check/check-result'
import type { ItemType } from '../../../question-types/registry'
import type { Claim } from '../claims/claim'
import { isTheme, type Pool } from '../distractors/distractor-pool'
import type { Draft } from './draft'
import { gapCards, gaps, memberChoice, questionCards, questions, reverseQuestions } from './question'

/** Drafts of which at most one becomes an item. */
export type Alternatives = {
  readonly drafts: readonly Draft[]
  /** Only if its answer is not yet asked with the same evidence. */
  readonly separate: boolean
}

/** The share of a deck that a type should have: cards and gaps are many, and a list or a date is rarer than either. */
export const shareOf = (type: ItemType): number => SHARES[type] ?? 0.1
const SHARES: Readonly<Partial<Record<ItemType, number>>> = {
  flashcard: 0.25,
  cloze: 0.2,
  choice: 0.25,
  'short-answer': 0.2,
  numeric: 0.1,
}

/** The alternatives for the claims of a section, grouped by evidence, in the order of the text. `refuse` counts claims that cannot be asked. */
export const alternativesOf = (
  claims: readonly Claim[],
  pool: Pool,
  refuse: (claim: Claim, check: CheckId) => void = () => {},
): Alternatives[][] =>
  groupByEvidence(claims).map((together) =>
    together[0]?.group ? alternativesOfList(together, pool) : alternativesOfSentence(together, pool, refuse),
  )

const alternatives = (drafts: readonly Draft[], { separate = false } = {}): Alternatives => ({ drafts, separate })

/** Two answers of a sentence are asked, one as a question and one as a card; more would answer each other. */
function alternativesOfSentence(
  found: readonly Claim[],
  pool: Pool,
  refuse: (claim: Claim, check: CheckId) => void,
): Alternatives[] {
  const claims = found.filter((claim) => {
    const isAsked = isAskable(claim, pool)
    if (!isAsked) refuse(claim, 'R10')
    return isAsked
  })
  const quizzed = claims.flatMap((claim) =>
    [...questions(claim, pool), ...reverseQuestions(claim, pool), ...gaps(claim, pool)].filter(
      ({ type }) => type !== 'flashcard',
    ),
  )
  const cards = claims.flatMap((claim) => [...questionCards(claim), ...gapCards(claim)])
  return [alternatives([...quizzed, ...cards]), alternatives([...quizzed, ...cards], { separate: true })]
}

/** A list is asked as a whole, by its members' parts, and by membership. */
function alternativesOfList(claims: readonly Claim[], pool: Pool): Alternatives[] {
  const members = claims.filter(({ list }) => list !== null)
  return [
    ...claims
      .filter(({ list }) => list === null)
      .map((claim) =>
        alternatives([...questions(claim, pool), ...reverseQuestions(claim, pool), ...gaps(claim, pool)]),
      ),
    alternatives(members.flatMap((claim) => memberChoice(claim, pool))),
  ]
}

/** Claims of one sentence or one list, together and in the order of the text. */
function groupByEvidence(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const place = claim.group ?? String(claim.fact.spans[0]?.start)
    groups.set(place, [...(groups.get(place) ?? []), claim])
  }
  return [...groups.values()]
}

/** An answer that is specific and not the topic of the text. Lists, dates and figures always are. */
function isAskable({ fact, exact, group, unresolved, answerType }: Claim, pool: Pool): boolean {
  const { answer, members } = fact
  if (members.length > 2 || group !== null || answerType === 'definition') return true
  if (exact) return !(answer.match(/\b\d{4}\b/g) ?? []).some((year) => pool.title.includes(year))
  return (
    !/^(?:thus|thereby|hence|which|that|as|by) |\b(?:its|their|his|her)\b/i.test(answer) &&
    !(/, (?:and|or) /.test(answer) && members.length === 0) &&
    !isTheme(pool, answer) &&
    // "the landers": known only from the text before.
    !(/^the \p{Ll}/u.test(answer) && unresolved.includes(answer.split(' ').at(-1) ?? ''))
  )
}
