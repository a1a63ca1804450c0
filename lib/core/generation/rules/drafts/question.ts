import { timeOf, withHint } from '../../../item/hint'
import { STEM_WORDS } from '../../../item/item-label'
import { seedOf, shuffled } from '../../../shared/random'
import type { Claim } from '../claims/claim'
import type { Distractor, Pool } from '../distractors/distractor-pool'
import { distractorsFor, termsOfSameClass } from '../distractors/distractors'
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
  if (fact.members.length > 0) return cards
  const chosen = choiceOf(claim, question, fact.answer, () => distractorsFor(claim, pool))
  return [...cards, ...chosen, ...typed(claim, question)]
}

/** The fact from its other side: which term is meant, what is described. */
export function reverseQuestions(claim: Claim, pool: Pool): Draft[] {
  const { reverse, fact } = claim
  if (reverse === null) return []
  const cards = turnedCards(claim)
  if (claim.answerType !== 'definition') return cards
  const chosen = choiceOf(claim, reverse, fact.subject, () => termsOfSameClass(claim, pool))
  const isShort = fact.subject.split(' ').length <= LONGEST_TYPED_ANSWER
  const typedTerm: Draft = { type: 'short-answer', claim, stem: withHint(reverse, fact.subject), key: [fact.subject] }
  return [...cards, ...chosen, ...(isShort ? [typedTerm] : [])]
}

/** A year or a count as numeric, a short name or term as short answer. */
function typed(claim: Claim, stem: string): Draft[] {
  const { answer } = claim.fact
  if (answer.split(/\s+/).length > LONGEST_TYPED_ANSWER) return []
  if (isNumeric(claim)) return [{ type: 'numeric', claim, stem, key: [answer] }]
  // "What does CIS stand for?" contains the letters.
  const hinted = claim.fact.kind === 'alias' ? stem : withHint(stem, answer)
  return [{ type: 'short-answer', claim, stem: hinted, key: [answer] }]
}

// Nobody remembers 639,630 to the last digit.
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
  const chosen = choiceOf(claim, stem, answer, () => distractorsFor(claim, pool))
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

const WRONG_OPTIONS = 3

/** Which of the options is in the list. */
export const memberChoice = (claim: Claim, pool: Pool): Draft[] =>
  claim.list ? choiceOf(claim, claim.list.ask, claim.fact.answer, () => distractorsFor(claim, pool)) : []

/** One right option among three refutable ones; nothing when fewer than three can be had. */
function choiceOf(claim: Claim, stem: string, key: string, find: () => readonly Distractor[]): Draft[] {
  const wrong = find()
    .filter(({ text }) => fitsArticle(stem, key, text))
    .slice(0, WRONG_OPTIONS)
  return wrong.length < WRONG_OPTIONS
    ? []
    : [{ type: 'choice', claim, stem, key: [key], ...mixed([key], wrong, claim) }]
}

/** Options in seeded order, with why the wrong ones are wrong and where the text speaks of them. */
function mixed(key: readonly string[], wrong: readonly Distractor[], claim: Claim) {
  const options = shuffled([...key, ...wrong.map(({ text }) => text)].sort(), seedOf(claim.fact.id))
  return {
    options,
    reasons: Object.fromEntries(wrong.map(({ text, reason }) => [text, reason])),
    distractorEvidence: Object.fromEntries(wrong.flatMap(({ text, span }) => (span ? [[text, span]] : []))),
  }
}

/** "a _____% tax": 88 would want "an". */
const fitsArticle = (stem: string, key: string, option: string): boolean =>
  !/\ban? _/i.test(stem) || startsWithVowel(key) === startsWithVowel(option)

const startsWithVowel = (text: string): boolean => /^(?:[aeio]|8|11\b|18\b)/i.test(text)
