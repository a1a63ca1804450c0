import type { Span } from '../../../document/document'
import type { Fact } from '../../../fact/fact'
import { jaccard } from '../../../language/english/content-words'
import { seedOf } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import { balanced, computedNumbers, computedYears } from './computed-distractors'
import { type Distractor, isTheme, namesAround, nearbyClaims, type Pool } from './distractor-pool'

/** A type whose names can be told from one another. */
const NAMED = /^(?:person|country|place|city|river|region|state|organization)$/

/** Refutable wrong options for a claim's answer, best first: rival lists, the same type in the document, computed. */
export const distractorsFor = (claim: Claim, pool: Pool): Distractor[] =>
  apart(sourcesOf(claim, pool), [claim.fact.answer], claim.answerType === 'person')

function sourcesOf(claim: Claim, pool: Pool): Distractor[] {
  const { fact, answerType } = claim
  const seed = seedOf(fact.id) >>> 6
  if (claim.list) return [...otherListMembers(claim, pool), ...namesOutsideList(claim, pool)]
  if (answerType === 'number') return balanced(fact.answer, computedNumbers(claim, pool.figures), seed)
  if (/^(?:year|date|period)$/.test(answerType)) return balanced(fact.answer, computedYears(claim, pool.years), seed)
  if (NAMED.test(answerType)) return namesOfClass(claim, pool, fact.answer, claim.answerClass, quotedBy(claim, pool))
  return answerType === 'definition' ? otherAnswers(claim, pool) : []
}

/** What the document says elsewhere of the same kind, never from the proving sentence. */
const otherAnswers = (claim: Claim, pool: Pool): Distractor[] =>
  nearbyClaims(pool, claim)
    .filter(({ fact, list }) => list === null && fact.members.length === 0 && fact.subject !== claim.fact.subject)
    .filter(({ fact }) => !quotedBy(claim, pool).includes(fact.answer.toLowerCase()))
    .map(({ fact }) => ({
      text: fact.answer,
      reason: `Said of something else in the text; here it says “${claim.fact.answer}”.`,
      ...spanOf(fact),
    }))

const quotedBy = ({ fact }: Claim, { text }: Pool): string =>
  fact.spans.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' ')

/** Names of the key's class that the text mentions, but not where it proves the key. */
function namesOfClass(claim: Claim, pool: Pool, key: string, answerClass: string, quoted: string): Distractor[] {
  const article = /^the /i.test(key) ? 'the ' : ''
  return namesAround(pool, claim, answerClass)
    .filter(({ text }) => !quoted.includes(text.toLowerCase()) && !isTheme(pool, text) && isFormedLike(text, key))
    .map(({ text, span }) => ({
      text: `${article}${text}`,
      reason: `Named elsewhere in the text; here it says “${claim.fact.answer}”.`,
      span,
    }))
}

/** A surname beside surnames. */
const isFormedLike = (name: string, key: string): boolean =>
  name.includes(' ') === key.replace(/^the /i, '').includes(' ')

/** Other terms that the document defines, for a question from definition to term. */
export const termsOfSameClass = (claim: Claim, pool: Pool): Distractor[] =>
  apart(
    nearbyClaims(pool, claim).map(({ fact }) => ({
      text: fact.subject,
      reason: `Defined otherwise in the text: “${fact.statement}”`,
      ...spanOf(fact),
    })),
    [claim.fact.subject],
  )

const SAME = 0.5

/** Members of other lists, of the same form, that are in this list by no name; lists on nearly the same subject first. */
function otherListMembers(claim: Claim, pool: Pool): Distractor[] {
  const { list, fact } = claim
  // What an open list does not name may be in it all the same.
  if (!list || list.open) return []
  const own = pool.byList.get(list.factId) ?? []
  const isSibling = (subject: string) => jaccard(subject, fact.subject) >= SAME
  return nearbyClaims(pool, claim)
    .filter(
      (rival) =>
        rival.list !== null &&
        rival.list.factId !== list.factId &&
        rival.fact.subject !== fact.subject &&
        (rival.list.kind === list.kind || isSibling(rival.fact.subject)) &&
        resembles(rival.fact.answer, fact.answer) &&
        !own.some((member) => isSaidBy(rival.fact.answer, member.fact.answer)),
    )
    .sort((a, b) => Number(isSibling(b.fact.subject)) - Number(isSibling(a.fact.subject)))
    .map((rival) => ({
      text: rival.fact.answer,
      reason: `In another list of the text: “${rival.fact.answer}” is one of ${rival.fact.subject}.`,
      ...spanOf(rival.fact),
    }))
}

const isSaidBy = (rival: string, member: string): boolean =>
  overlaps(rival.toLowerCase(), member.toLowerCase()) || jaccard(rival, member) >= SAME

/** Of a length and a first letter's case that do not stand out. */
const resembles = (left: string, right: string): boolean =>
  /^\p{Lu}/u.test(left) === /^\p{Lu}/u.test(right) &&
  left.length <= 2.5 * right.length &&
  right.length <= 2.5 * left.length

/** Names of the member's type that the text mentions outside the list. */
function namesOutsideList(claim: Claim, pool: Pool): Distractor[] {
  const { list, answerType, fact } = claim
  if (!list || list.open || !NAMED.test(answerType)) return []
  const listed = pool.text.slice(list.whole.start, list.whole.end).toLowerCase()
  const asked = `${fact.subject} ${pool.title}`
  return namesOfClass(claim, pool, fact.answer, answerType, listed).filter(({ text }) => !asked.includes(text))
}

/** Those of which none is another, or the key, said shorter; of persons none shares a name. */
function apart(found: readonly Distractor[], keys: readonly string[], arePersons = false): Distractor[] {
  const seen = keys.map((key) => key.toLowerCase())
  return found.filter(({ text }) => {
    const lower = text.toLowerCase()
    const isNew = !seen.some((said) => overlaps(lower, said) || (arePersons && sharesName(lower, said)))
    if (isNew) seen.push(lower)
    return isNew
  })
}

/** "King William" may be "William III". */
const sharesName = (left: string, right: string): boolean =>
  right.split(' ').some((word) => word.length > 2 && left.split(' ').includes(word))

const spanOf = ({ spans }: Fact): { span?: Span } => (spans[0] ? { span: spans[0] } : {})

/** One inside the other is the same answer said shorter. */
const overlaps = (left: string, right: string): boolean => left.includes(right) || right.includes(left)
