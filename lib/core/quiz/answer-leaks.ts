import type { Span } from '../document/document'
import { foldText } from '../grading/tokenise'
import type { Question } from '../item/item'
import { questionType, type TypedQuestion } from '../question-types/registry'

/** What a question reveals to the others of its quiz, computed once. */
export type AnswerLeaks = {
  readonly factIds: readonly string[]
  readonly evidence: readonly Span[]
  /** Normalised as typed answers are, so that "four" reveals "4". */
  readonly stem: string
  readonly quotes: string
  /** For each right answer the words that reveal it when they occur together. */
  readonly answers: readonly (readonly string[])[]
}

type Telling = Pick<Question, 'stem' | 'evidence'> & TypedQuestion & { readonly factIds: readonly string[] }

export function leaksOf(question: Telling): AnswerLeaks {
  const { type, content, factIds, evidence, stem } = question
  return {
    factIds,
    evidence,
    stem: fold(stem),
    quotes: evidence.map(({ quote }) => fold(quote)).join('|'),
    answers: questionType(type)
      .leakingWords(content)
      .map((words) => words.map(fold).filter((word) => word.trim() !== ''))
      .filter((words) => words.length > 0),
  }
}

/**
 * Two questions of one quiz must not answer each other: they ask the same fact, one has the other's key in its stem, or
 * the evidence shown after one contains what the other asks.
 */
export function answerEachOther(a: AnswerLeaks, b: AnswerLeaks): boolean {
  return a.factIds.some((factId) => b.factIds.includes(factId)) || answers(a, b) || answers(b, a)
}

/** Whether the first question reveals the answer of the second. */
function answers(seen: AnswerLeaks, asked: AnswerLeaks): boolean {
  const holds = (text: string) => asked.answers.some((words) => words.every((word) => text.includes(word)))
  if (holds(seen.stem)) return true
  if (!overlaps(seen, asked)) return false
  if (asked.answers.length > 0) return holds(seen.quotes)
  // A statement is settled by the evidence of another question when that covers its own.
  return asked.evidence.every((span) => seen.evidence.some((shown) => touch(span, shown)))
}

function overlaps(a: AnswerLeaks, b: AnswerLeaks): boolean {
  return a.evidence.some((span) => b.evidence.some((shown) => touch(span, shown)))
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

// Spaces around, so that "man" is not found in "German".
const fold = (text: string): string => ` ${foldText(text)} `
