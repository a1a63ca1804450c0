import type { Span } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import { jaccard } from '../../../language/english/content-words'
import { siblingCountries } from '../../../language/english/lexicon'
import type { Claim } from '../claims/claim'
import { isTheme, namesAround, nearbyClaims, type Pool } from './distractor-pool'

/** What the document says elsewhere of the same kind, never from the proving sentence: other names, dates, definitions. */
export function otherAnswers(claim: Claim, pool: Pool): Distractor[] {
  const quoted = quotedBy(claim, pool)
  if (NAMED.test(claim.answerType)) return namesOfClass(claim, pool, claim.answerClass.replace(/^joined /, ''), quoted)
  return nearbyClaims(pool, claim, claim.answerClass)
    .filter(
      ({ fact, list }) =>
        list === null &&
        fact.members.length === 0 &&
        !quoted.includes(fact.answer.toLowerCase()) &&
        fact.subject !== claim.fact.subject,
    )
    .map(({ fact }) => ({
      text: fact.answer,
      reason: `Said of something else in the text; here it says “${claim.fact.answer}”.`,
      ...spanOf(fact),
    }))
}

export const NAMED = /^(?:person|country|place|city|river|region|state|organization)$/

const quotedBy = (claim: Claim, pool: Pool): string =>
  claim.fact.spans.map(({ start, end }) => pool.text.slice(start, end).toLowerCase()).join(' ')

/** Names of the type that the text mentions, but its evidence does not; with the article when the key has one. */
function namesOfClass(claim: Claim, pool: Pool, answerClass: string, quoted: string): Distractor[] {
  const article = /^the /i.test(claim.fact.answer) ? 'the ' : ''
  return namesAround(pool, claim, answerClass)
    .filter(
      ({ text }) =>
        !quoted.includes(text.toLowerCase()) && !isTheme(pool, text) && isFormedLike(text, claim.fact.answer),
    )
    .map(({ text, span }) => ({
      text: `${article}${text}`,
      reason: `Named elsewhere in the text; here it says “${claim.fact.answer}”.`,
      span,
    }))
}

/** A surname beside surnames, a title beside titles. */
const isFormedLike = (name: string, key: string): boolean => {
  const bare = key.replace(/^the /i, '')
  return (
    Math.min(2, name.split(' ').length) === Math.min(2, bare.split(' ').length) && TITLE.test(name) === TITLE.test(bare)
  )
}
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|King|Queen|President|Pope|Saint|St|Prince|Princess|Emperor|Duke|General|Captain)\b/

export function neighbouringCountries(country: string, mentioned: ReadonlySet<string>): Distractor[] {
  return siblingCountries(country)
    .filter((name) => !mentioned.has(name))
    .map((name) => ({ text: name, reason: `The text never mentions ${name}.` }))
}

/** Names of the same type as a list's members that its sentence does not hold. */
export function namesOfSameClass(claim: Claim, pool: Pool): Distractor[] {
  const first = claim.fact.members[0] ?? ''
  const answerClass = /^the /i.test(first) ? `${claim.answerType} the` : claim.answerType
  const found = namesOfClass(
    { ...claim, fact: { ...claim.fact, answer: first } },
    pool,
    answerClass,
    quotedBy(claim, pool),
  )
  const more = claim.answerType === 'country' ? neighbouringCountries(first, pool.countries) : []
  return [...found, ...more].filter(({ text }) => !claim.fact.members.includes(text))
}

/** Other terms that the document defines, for a question from definition to term. */
export function termsOfSameClass(claim: Claim, pool: Pool): Distractor[] {
  return nearbyClaims(pool, claim, claim.answerClass)
    .filter(
      ({ fact }) =>
        fact.subject.toLowerCase() !== claim.fact.subject.toLowerCase() &&
        !overlaps(fact.subject.toLowerCase(), claim.fact.subject.toLowerCase()),
    )
    .map(({ fact }) => ({
      text: fact.subject,
      reason: `Defined otherwise in the text: “${fact.statement}”`,
      ...spanOf(fact),
    }))
}

/** Members of other lists, of the same form, that are in this list by no name. */
export function otherListMembers(claim: Claim, pool: Pool): Distractor[] {
  // What an open list does not name may be in it all the same.
  if (!claim.list || claim.list.open) return []
  const own = pool.byList.get(claim.list.factId) ?? []
  return nearbyClaims(pool, claim, claim.answerClass)
    .filter((rival) => isOfOtherList(rival, claim, own) && resembles(rival.fact.answer, claim.fact.answer))
    .sort(mostSimilarFirst(claim.fact))
    .map(({ fact }) => ({
      text: fact.answer,
      reason: `In another list of the text: “${fact.answer}” is one of ${fact.subject}.`,
      ...spanOf(fact),
    }))
}

/** Lists on nearly the same subject first, then the nearest in length, so that no option stands out. */
const mostSimilarFirst =
  ({ subject, answer }: Fact) =>
  (left: Claim, right: Claim): number =>
    Number(isSibling(right.fact.subject, subject)) - Number(isSibling(left.fact.subject, subject)) ||
    Math.abs(left.fact.answer.length - answer.length) - Math.abs(right.fact.answer.length - answer.length)

/** "the two techniques rated as useful" and "the five techniques rated as of low use". */
const isSibling = (left: string, right: string): boolean => jaccard(left, right) >= SAME

const SAME = 0.5

/** A member of a list about something else, that no member of the own list says in other words. */
function isOfOtherList(rival: Claim, claim: Claim, own: readonly Claim[]): boolean {
  if (!rival.list || rival.list.factId === claim.list?.factId || rival.fact.subject === claim.fact.subject) return false
  if (rival.list.kind !== claim.list?.kind && !isSibling(rival.fact.subject, claim.fact.subject)) return false
  const text = rival.fact.answer.toLowerCase()
  return !own.some(({ fact }) => overlaps(text, fact.answer.toLowerCase()) || jaccard(text, fact.answer) >= SAME)
}

/** Names of the member's type from outside the list: the text's, then the world's. */
export function namesOutsideList(claim: Claim, pool: Pool): Distractor[] {
  if (!claim.list || claim.list.open || !NAMED.test(claim.answerType)) return []
  const listed = pool.text.slice(claim.list.whole.start, claim.list.whole.end).toLowerCase()
  const found = namesOfClass(claim, pool, claim.answerType, listed)
  const more = claim.answerType === 'country' ? neighbouringCountries(claim.fact.answer, pool.countries) : []
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
export function distractorsOfList(claim: Claim, pool: Pool): Distractor[] {
  const byForm = new Map<string, Distractor[]>()
  for (const member of pool.byList.get(claim.fact.id) ?? []) {
    const form = `${member.answerClass} ${member.list?.kind}`
    byForm.set(form, [
      ...(byForm.get(form) ?? []),
      ...otherListMembers(member, pool),
      ...namesOutsideList(member, pool),
    ])
  }
  const lent = [...byForm.values()].map(apart)
  return lent.every(({ length }) => length > 0) ? apart(inTurn(lent)) : []
}

/** Those of which none is another said shorter. */
const apart = (found: readonly Distractor[]): Distractor[] =>
  found.filter(
    ({ text }, n) => !found.slice(0, n).some((rival) => overlaps(text.toLowerCase(), rival.text.toLowerCase())),
  )

/** The first of each, then the second of each. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat()
}

/** A wrong option and why it is wrong. */
export type Distractor = {
  readonly text: string
  readonly reason: string
  /** Where the document speaks of it. */
  readonly span?: Span
}

const spanOf = ({ spans }: Fact): { span?: Span } => (spans[0] ? { span: spans[0] } : {})

/** One inside the other is the same answer said shorter. */
export const overlaps = (left: string, right: string): boolean => left.includes(right) || right.includes(left)
