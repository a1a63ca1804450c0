import { timeOf, withHint } from '../../../item/hint'
import { STEM_WORDS } from '../../../item/label'
import { nounKind } from '../../../language/english/lexicon'
import type { Claim } from '../claims/claim'
import { distractorsFor } from '../distractors/distractors'
import type { Pool } from '../distractors/pool'
import { termsOfSameClass } from '../distractors/text-distractors'
import { choiceOf, multiple } from './choice'
import type { Draft } from './draft'

const LONGEST_TYPED_ANSWER = 3

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
  return [...cards, ...choiceOf(claim, reverse, fact.subject, () => termsOfSameClass(claim, pool))]
}

/** A year or a count as numeric, a short name or term as short answer. */
function typed(claim: Claim, stem: string): Draft[] {
  const { answer } = claim.fact
  if (answer.split(/\s+/).length > LONGEST_TYPED_ANSWER) return []
  if (isNumeric(claim)) return [{ type: 'numeric', claim, stem, key: [answer] }]
  // "What does CIS stand for?": says the letters itself.
  const told = claim.fact.kind === 'alias' ? stem : withHint(stem, answer)
  return [{ type: 'short-answer', claim, stem: told, key: [answer] }]
}

// Nobody keeps 639,630 in mind to the last digit.
const MOST_DIGITS = 4

/** A year, or a number in digits that one can keep in mind: "1876", "15 million". */
const isNumeric = ({ fact, answerType }: Claim): boolean =>
  /^\d[\d,.]*(?: (?:thousand|million|billion|trillion))?$/.test(fact.answer) &&
  fact.answer.replace(/[,.]|0+$| .*/g, '').length <= MOST_DIGITS &&
  (answerType === 'year' || answerType === 'number')

const LONGEST_TYPED_GAP = 4

/** The statement with its answer left out, as a card to complete. */
export const gapCards = (claim: Claim): Draft[] =>
  claim.gapped === null ? [] : [{ type: 'flashcard', claim, stem: claim.gapped, key: [claim.fact.answer] }]

/** The statement with its answer left out: typed by its letters, chosen among wrong options, or as a card to complete. One of them is shown. */
export function gaps(claim: Claim, pool: Pool): Draft[] {
  const { gapped: stem, fact } = claim
  if (stem === null) return []
  const { answer } = fact
  const [card] = gapCards(claim) as [Draft]
  if (answer.split(/\s+/).length > LONGEST_TYPED_GAP) return [card]
  const chosen =
    claim.list || isNamedThing(claim) ? [] : choiceOf(claim, stem, answer, () => distractorsFor(claim, pool))
  if (isNumeric(claim)) return [{ ...card, type: 'numeric' }, ...chosen, card]
  // Nothing in the gap says that a figure or such a time is wanted: the options do.
  if (timeOf(answer) === null && (/\d/.test(answer) || /^(?:date|period)$/.test(claim.answerType)))
    return [...chosen, card]
  // "the SA node": whoever writes it out has it right as well.
  if (/\p{Lu}{2}/u.test(answer)) return [...chosen, card]
  const hinted = withHint(stem, answer)
  if (hinted.split(/\s+/).length > STEM_WORDS.most) return [...chosen, card]
  return [{ ...card, type: 'cloze', stem: hinted }, ...chosen, card]
}

/** "the play _____": a name that stands for a thing has no persons beside it. */
function isNamedThing({ answerType, gapped }: Claim): boolean {
  const before = /(\p{Ll}+) _/u.exec(gapped ?? '')?.[1] ?? ''
  const kind = nounKind(before)
  return answerType === 'person' && kind !== null && kind !== 'person'
}
