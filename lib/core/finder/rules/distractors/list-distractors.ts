import type { Fact } from '../../../fact/fact'
import { jaccard } from '../../../language/english/content-words'
import type { Claim } from '../claims/claim'
import { type Distractor, overlaps, spanOf } from './distractor'
import { NAMED, named, siblings } from './named-distractors'
import { neighbours, type Pool } from './pool'

/** Members of other lists, of the same form, that are in this list by no name. */
export function rivals(claim: Claim, pool: Pool): Distractor[] {
  // What an open list does not name may be in it all the same.
  if (!claim.list || claim.list.open) return []
  const own = pool.byList.get(claim.list.factId) ?? []
  return neighbours(pool, claim, claim.like)
    .filter((other) => isRival(other, claim, own) && resembles(other.fact.answer, claim.fact.answer))
    .sort(likest(claim.fact))
    .map(({ fact }) => ({
      text: fact.answer,
      reason: `In another list of the text: “${fact.answer}” is one of ${fact.subject}.`,
      ...spanOf(fact),
    }))
}

/** From lists about nearly the same first, then nearest in length: no option stands out. */
const likest =
  ({ subject, answer }: Fact) =>
  (left: Claim, right: Claim): number =>
    Number(isSibling(right.fact.subject, subject)) - Number(isSibling(left.fact.subject, subject)) ||
    Math.abs(left.fact.answer.length - answer.length) - Math.abs(right.fact.answer.length - answer.length)

/** "the two techniques rated as useful" and "the five techniques rated as of low use". */
const isSibling = (left: string, right: string): boolean => jaccard(left, right) >= SAME

const SAME = 0.5

/** A member of a list about something else, that no member of the own list says in other words. */
function isRival(other: Claim, claim: Claim, own: readonly Claim[]): boolean {
  if (!other.list || other.list.factId === claim.list?.factId || other.fact.subject === claim.fact.subject) return false
  if (other.list.kind !== claim.list?.kind && !isSibling(other.fact.subject, claim.fact.subject)) return false
  const text = other.fact.answer.toLowerCase()
  return !own.some(({ fact }) => overlaps(text, fact.answer.toLowerCase()) || jaccard(text, fact.answer) >= SAME)
}

/** Names of the member's type from outside the list: the text's, then the world's. */
export function worldly(claim: Claim, pool: Pool): Distractor[] {
  if (!claim.list || claim.list.open || !NAMED.test(claim.answerType)) return []
  const listed = pool.text.slice(claim.list.whole.start, claim.list.whole.end).toLowerCase()
  const found = named(claim, pool, claim.answerType, listed)
  const more = claim.answerType === 'country' ? siblings(claim.fact.answer, pool.countries) : []
  const asked = `${claim.fact.subject} ${pool.title}`
  return [...found, ...more].filter(({ text }) => !asked.includes(text))
}

/** Of a length and a first letter's case that do not stand out. */
const resembles = (left: string, right: string): boolean =>
  /^\p{Lu}/u.test(left) === /^\p{Lu}/u.test(right) &&
  left.length <= 2.5 * right.length &&
  right.length <= 2.5 * left.length

/**
 * What is surely not in a list, for a question with several right options. Each form that the members have must be lent by
 * a rival as well: a form that only right options have would give them away.
 */
export function rivalsOfList(claim: Claim, pool: Pool): Distractor[] {
  const byForm = new Map<string, Distractor[]>()
  for (const member of pool.byList.get(claim.fact.id) ?? []) {
    const form = `${member.like} ${member.list?.kind}`
    byForm.set(form, [...(byForm.get(form) ?? []), ...rivals(member, pool), ...worldly(member, pool)])
  }
  const lent = [...byForm.values()].map(apart)
  return lent.every(({ length }) => length > 0) ? apart(inTurn(lent)) : []
}

/** Those of which none is another said shorter. */
const apart = (found: readonly Distractor[]): Distractor[] =>
  found.filter(
    ({ text }, n) => !found.slice(0, n).some((other) => overlaps(text.toLowerCase(), other.text.toLowerCase())),
  )

/** The first of each, then the second of each. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat()
}
