import { siblingCountries } from '../../../language/english/lexicon'
import type { Claim } from '../claims/claim'
import { type Distractor, overlaps, spanOf } from './distractor'
import { isTheme, namesAround, neighbours, type Pool } from './pool'

/** What the document says elsewhere of the same kind, never from the proving sentence: other names, dates, definitions. */
export function others(claim: Claim, pool: Pool): Distractor[] {
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
      reason: `Said of something else in the text; here it says “${claim.fact.answer}”.`,
      ...spanOf(fact),
    }))
}

export const NAMED = /^(?:person|country|place|city|river|region|state|organization)$/

const proofOf = (claim: Claim, pool: Pool): string =>
  claim.fact.spans.map(({ start, end }) => pool.text.slice(start, end).toLowerCase()).join(' ')

/** Names of the type that the text mentions, but not in the proof; with the article when the key has one. */
export function named(claim: Claim, pool: Pool, like: string, proof: string): Distractor[] {
  const article = /^the /i.test(claim.fact.answer) ? 'the ' : ''
  return namesAround(pool, claim, like)
    .filter(
      ({ text }) =>
        !proof.includes(text.toLowerCase()) && !isTheme(pool, text) && isFormedLike(text, claim.fact.answer),
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

export function siblings(country: string, mentioned: ReadonlySet<string>): Distractor[] {
  return siblingCountries(country)
    .filter((name) => !mentioned.has(name))
    .map((name) => ({ text: name, reason: `The text never mentions ${name}.` }))
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
      reason: `Defined otherwise in the text: “${fact.statement}”`,
      ...spanOf(fact),
    }))
}
