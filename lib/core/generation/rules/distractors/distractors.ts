import type { Fact } from '../../../fact/fact'
import { siblingCountries } from '../../../language/english/lexicon'
import { seedOf } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import { balanced, computedNumbers, computedYears, keepsYears } from './computed-distractors'
import type { Pool } from './distractor-pool'
import {
  type Distractor,
  namesOutsideList,
  neighbouringCountries,
  otherAnswers,
  otherListMembers,
  overlaps,
} from './text-distractors'

/** Refutable wrong options for a claim's answer, best first: rival lists, the same type in the document, siblings in the world, computed. */
export function distractorsFor(claim: Claim, pool: Pool): Distractor[] {
  const seen = new Set([claim.fact.answer.toLowerCase()])
  return sourcesOf(claim, pool).filter(({ text }) => {
    const lower = text.toLowerCase()
    if (
      [...seen].some(
        (seenText) => overlaps(lower, seenText) || (claim.answerType === 'person' && sharesName(lower, seenText)),
      )
    )
      return false
    seen.add(lower)
    return true
  })
}

// A common noun from elsewhere may be true of the subject by another name; names, dates and definitions can be refuted.
const SAFE = /^(?:person|place|city|river|region|state|organization|definition)$/

/** "King William" may be "William III". */
const sharesName = (left: string, right: string): boolean => {
  const words = new Set(left.split(' ').filter((word) => word.length > 2))
  return right.split(' ').some((word) => words.has(word))
}

function sourcesOf(claim: Claim, pool: Pool): Distractor[] {
  const { answer } = claim.fact
  if (claim.list) return [...otherListMembers(claim, pool), ...namesOutsideList(claim, pool)]
  const seed = seedOf(claim.fact.id) >>> 6
  if (DATED.test(claim.answerType)) return balanced(answer, dates(claim, pool), seed)
  if (claim.answerType === 'number') return balanced(answer, computedNumbers(claim, pool.figures), seed)
  if (claim.answerType === 'country') return countries(claim, pool)
  return SAFE.test(claim.answerType) ? otherAnswers(claim, pool) : []
}

const MOST_YEARS_APART = 20

/** A year of another age would be seen through. */
const isNear = (year: string, { answer }: Fact): boolean => Math.abs(Number(year) - Number(answer)) <= MOST_YEARS_APART

/** Countries of the same part of the world only: another would be seen through. */
function countries(claim: Claim, pool: Pool): Distractor[] {
  const near = new Set(siblingCountries(claim.fact.answer))
  return [
    ...otherAnswers(claim, pool).filter(({ text }) => near.has(text)),
    ...neighbouringCountries(claim.fact.answer, pool.countries),
  ]
}

const DATED = /^(?:year|date|period)$/

/** Years of other statements and computed ones; of vaguer dates only computed ones, which cannot overlap. */
function dates(claim: Claim, pool: Pool): Distractor[] {
  const stated =
    claim.answerType === 'year'
      ? otherAnswers(claim, pool)
          .filter(({ text }) => isNear(text, claim.fact) && keepsYears(text, claim.fact))
          .slice(0, 2)
      : []
  return [...stated, ...computedYears(claim, pool.years)]
}
