import 'server-only'
import type { ShownEvidence } from '@/lib/core/document/evidence'

/** A card that could stand on the first screen. */
export type Candidate = {
  readonly stem: string
  readonly answers: readonly string[]
  readonly evidence: ShownEvidence
  /** Of the choice question on the same fact; 0 where there is none. */
  readonly wrongOptions: number
}

// With what it is about in front.
const STEM = { min: 24, max: 110 }
const SENTENCE = { min: 40, max: 190 }
const LIST = { min: 3, max: 4 }

/**
 * The card for a stranger, who has not read the text: a whole question, a short sentence, a single answer lit in it, best one that
 * has options to guess at, and of these the shortest. A list of three or four is the last choice.
 */
export function pickWelcomeCard<C extends Candidate>(candidates: readonly C[]): C | undefined {
  const fit = candidates.filter(isFit)
  const single = fit.filter(({ answers }) => answers.length === 1)
  const guessable = single.filter(({ wrongOptions }) => wrongOptions > 1)
  return shortest(guessable) ?? shortest(single) ?? fit.find(isShortList) ?? candidates[0]
}

const shortest = <C extends Candidate>(candidates: readonly C[]): C | undefined =>
  [...candidates].sort((a, b) => a.stem.length - b.stem.length)[0]

/**
 * For the way of one sentence: a single answer inside a sentence, asked by a question with options too. Not the card above,
 * and not what proves it.
 */
export function pickExample<C extends Candidate>(candidates: readonly C[], opening: C | undefined): C | undefined {
  const eligible = candidates.filter(
    ({ answers, evidence }) => answers.length === 1 && !(opening && beginsAt(evidence, opening.evidence)),
  )
  const merits = (candidate: C) =>
    Number(isSentence(candidate.evidence)) * 8 +
    Number(isFit(candidate)) * 4 +
    Number(candidate.wrongOptions > 1) * 2 +
    Number(isInside(candidate.evidence))
  return [...eligible].sort((a, b) => merits(b) - merits(a))[0]
}

function isFit(candidate: Candidate): boolean {
  const { stem, evidence } = candidate
  return (
    stem.endsWith('?') &&
    isBetween(stem.length, STEM) &&
    isBetween(evidence.sentence.length, SENTENCE) &&
    // The members of a list stand apart in its evidence, so none of them is lit alone.
    (evidence.answer !== null || isShortList(candidate)) &&
    evidence.caption.heading !== ''
  )
}

function isShortList({ answers }: Candidate): boolean {
  return isBetween(answers.length, LIST)
}

function beginsAt({ caption: a }: ShownEvidence, { caption: b }: ShownEvidence): boolean {
  return a.heading === b.heading && a.sentence === b.sentence
}

/** The evidence of an abbreviation is a name, not a sentence. */
const isSentence = ({ sentence }: ShownEvidence): boolean => /[.!?]["”’)]?$/.test(sentence.trim())

/** In one sentence: a list and its intro are several. */
function isInside({ answer, sentence }: ShownEvidence): boolean {
  return answer !== null && answer.start > 0 && answer.end < sentence.length - 1 && !/\n| … /.test(sentence)
}

function isBetween(value: number, { min, max }: { min: number; max: number }): boolean {
  return value >= min && value <= max
}
