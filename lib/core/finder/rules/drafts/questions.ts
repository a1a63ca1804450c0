import { withHint } from '../../../item/hint'
import type { Claim } from '../claims/claim'
import { distractorsFor } from '../distractors/distractors'
import { termsLike } from '../distractors/named-distractors'
import type { Pool } from '../distractors/pool'
import { choiceOf } from './choices'
import type { Draft } from './make-item'
import { multiple } from './multiple'

const LONGEST_TYPED = 3

/** A fact as a card, asked by its question and from its other side. */
export const questionCards = (claim: Claim): Draft[] => [...askedCards(claim), ...turnedCards(claim)]

const askedCards = (claim: Claim): Draft[] =>
  claim.question === null ? [] : [{ type: 'flashcard', claim, stem: claim.question, key: keyOf(claim) }]

const turnedCards = (claim: Claim): Draft[] =>
  claim.reverse === null ? [] : [{ type: 'flashcard', claim, stem: claim.reverse, key: [claim.fact.subject] }]

const keyOf = ({ fact }: Claim): readonly string[] => (fact.members.length > 0 ? fact.members : [fact.answer])

/** A fact asked by a question: as a card, among wrong options, or typed. One of them is shown. */
export function questions(claim: Claim, pool: Pool): Draft[] {
  const { question, fact } = claim
  if (question === null) return []
  const cards = askedCards(claim)
  if (fact.members.length > 0) return [...cards, ...multiple(claim, pool)]
  const chosen = choiceOf(claim, question, fact.answer, () => distractorsFor(claim, pool))
  return [...cards, ...chosen, ...typed(claim, question)]
}

/** The fact from its other side: which term is meant, what is described. */
export function reverseQuestions(claim: Claim, pool: Pool): Draft[] {
  const { reverse, fact } = claim
  if (reverse === null) return []
  const cards = turnedCards(claim)
  if (claim.answerType !== 'definition') return cards
  return [...cards, ...choiceOf(claim, reverse, fact.subject, () => termsLike(claim, pool))]
}

/** A year or a count as numeric, a short name or term as short answer. */
function typed(claim: Claim, stem: string): Draft[] {
  const { answer } = claim.fact
  if (answer.split(/\s+/).length > LONGEST_TYPED) return []
  if (isNumeric(claim)) return [{ type: 'numeric', claim, stem, key: [answer] }]
  // "What does CIS stand for?": says the letters itself.
  const told = claim.fact.kind === 'alias' ? stem : withHint(stem, answer)
  return [{ type: 'short-answer', claim, stem: told, key: [answer] }]
}

// Nobody keeps 639,630 in mind to the last digit.
const MOST_DIGITS = 4

/** A year, or a number in digits that one can keep in mind: "1876", "15 million". */
export const isNumeric = ({ fact, answerType }: Claim): boolean =>
  /^\d[\d,.]*(?: (?:thousand|million|billion|trillion))?$/.test(fact.answer) &&
  fact.answer.replace(/[,.]|0+$| .*/g, '').length <= MOST_DIGITS &&
  (answerType === 'year' || answerType === 'number')
