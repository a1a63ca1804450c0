import type { Span } from '../document/document'
import type { Claim } from '../fact/claim'
import type { Fact } from '../fact/fact'
import { siblingCountries } from '../language/english/lexicon'
import { balanced } from './balance'
import { computedNumbers, computedYears } from './computed'
import { jaccard } from './lint/words'
import { namesAround, neighbours, type Pool } from './pool'
import { seedOf } from './seed'

/** A wrong option and why it is wrong. */
export type Distractor = {
  readonly text: string
  readonly reason: string
  /** Where the document speaks of it. */
  readonly span?: Span
}

/** Refutable wrong options for a claim's answer, best first: rival lists, the same type in the document, siblings in the world, computed. */
export function distractorsFor(claim: Claim, pool: Pool): Distractor[] {
  const seen = new Set([claim.fact.answer.toLowerCase()])
  return sourcesOf(claim, pool).filter(({ text }) => {
    const lower = text.toLowerCase()
    if (
      [...seen].some((other) => overlaps(lower, other) || (claim.answerType === 'person' && sharesName(lower, other)))
    )
      return false
    seen.add(lower)
    return true
  })
}

// A common noun from elsewhere may be true of the subject by another name; names, dates and definitions can be refuted.
const SAFE = /^(?:person|place|city|river|region|state|organization|definition)$/

/** One inside the other is the same answer said shorter. */
const overlaps = (left: string, right: string): boolean => left.includes(right) || right.includes(left)

/** "King William" may be "William III". */
const sharesName = (left: string, right: string): boolean => {
  const words = new Set(left.split(' ').filter((word) => word.length > 2))
  return right.split(' ').some((word) => words.has(word))
}

function sourcesOf(claim: Claim, pool: Pool): Distractor[] {
  const { answer } = claim.fact
  if (claim.list) return [...rivals(claim, pool), ...worldly(claim, pool)]
  const seed = seedOf(claim.fact.id) >>> 6
  if (DATED.test(claim.answerType)) return balanced(answer, dates(claim, pool), seed)
  if (claim.answerType === 'number') return balanced(answer, computedNumbers(claim), seed)
  if (claim.answerType === 'country') return [...others(claim, pool), ...siblings(answer, pool.countries)]
  return SAFE.test(claim.answerType) ? others(claim, pool) : []
}

const DATED = /^(?:year|date|period)$/

/** Years of other statements and computed ones; of vaguer dates only computed ones, which cannot overlap. */
function dates(claim: Claim, pool: Pool): Distractor[] {
  const told = claim.answerType === 'year' ? others(claim, pool).slice(0, 2) : []
  return [...told, ...computedYears(claim, pool.years)]
}

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
      reason: `“${fact.answer}” is in another list: ${fact.subject}.`,
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
function worldly(claim: Claim, pool: Pool): Distractor[] {
  if (!claim.list || claim.list.open || !NAMED.test(claim.answerType)) return []
  const listed = pool.text.slice(claim.list.whole.start, claim.list.whole.end).toLowerCase()
  const found = named(claim, pool, claim.answerType, listed)
  const more = claim.answerType === 'country' ? siblings(claim.fact.answer, pool.countries) : []
  const asked = `${claim.fact.subject} ${pool.title}`
  return [...found, ...more].filter(({ text }) => !asked.includes(text))
}

const spanOf = ({ spans }: Fact): { span?: Span } => (spans[0] ? { span: spans[0] } : {})

/** Of a length and a first letter's case that do not stand out. */
const resembles = (left: string, right: string): boolean =>
  /^\p{Lu}/u.test(left) === /^\p{Lu}/u.test(right) &&
  left.length <= 2.5 * right.length &&
  right.length <= 2.5 * left.length

/** What the document says elsewhere of the same kind, never from the proving sentence: other names, dates, definitions. */
function others(claim: Claim, pool: Pool): Distractor[] {
  const proof = proofOf(claim, pool)
  if (NAMED.test(claim.answerType)) return named(claim, pool, claim.like.replace(/^joined /, ''), proof)
  return neighbours(pool, claim, claim.like)
    .filter(
      ({ fact, list }) =>
        list === null &&
        fact.members.length === 0 &&
        !proof.includes(fact.answer.toLowerCase()) &&
        fact.subject !== claim.fact.subject,
    )
    .map(({ fact }) => ({
      text: fact.answer,
      reason: `In the text, “${fact.answer}” belongs to another statement: ${fact.statement}`,
    }))
}

const NAMED = /^(?:person|country|place|city|river|region|state|organization)$/

const proofOf = (claim: Claim, pool: Pool): string =>
  claim.fact.spans.map(({ start, end }) => pool.text.slice(start, end).toLowerCase()).join(' ')

/** Names of the type that the text mentions, but not in the proof; with the article when the key has one. */
function named(claim: Claim, pool: Pool, like: string, proof: string): Distractor[] {
  const article = /^the /i.test(claim.fact.answer) ? 'the ' : ''
  return namesAround(pool, claim, like)
    .filter(({ text }) => !proof.includes(text.toLowerCase()))
    .map(({ text, sentence }) => ({
      text: `${article}${text}`,
      reason: `The text names “${text}” elsewhere: ${sentence}`,
    }))
}

function siblings(country: string, mentioned: ReadonlySet<string>): Distractor[] {
  return siblingCountries(country)
    .filter((name) => !mentioned.has(name))
    .map((name) => ({ text: name, reason: `The text never mentions ${name}.` }))
}

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

/** Names of the same type as a list's members that its sentence does not hold. */
export function namesLike(claim: Claim, pool: Pool): Distractor[] {
  const first = claim.fact.members[0] ?? ''
  const like = /^the /i.test(first) ? `${claim.answerType} the` : claim.answerType
  const found = named({ ...claim, fact: { ...claim.fact, answer: first } }, pool, like, proofOf(claim, pool))
  const more = claim.answerType === 'country' ? siblings(first, pool.countries) : []
  return [...found, ...more].filter(({ text }) => !claim.fact.members.includes(text))
}

/** Other terms that the document defines, for a question from definition to term. */
export function termsLike(claim: Claim, pool: Pool): Distractor[] {
  return neighbours(pool, claim, claim.like)
    .filter(
      ({ fact }) =>
        fact.subject.toLowerCase() !== claim.fact.subject.toLowerCase() &&
        !overlaps(fact.subject.toLowerCase(), claim.fact.subject.toLowerCase()),
    )
    .map(({ fact }) => ({
      text: fact.subject,
      reason: `The text defines “${fact.subject}” otherwise: ${fact.statement}`,
    }))
}
