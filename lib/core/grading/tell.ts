import type { Span } from '../document/document'
import type { Item } from '../item/item'
import { isPaired, pairsOf } from '../item/pairs'
import { tokenise } from './tokenise'

/** What a question gives away to the others of its quiz, read once. */
export type Told = {
  readonly factIds: readonly string[]
  readonly evidence: readonly Span[]
  /** Folded as typed answers are, so that "four" tells "4". */
  readonly stem: string
  readonly quotes: string
  /**
   * For each answer the words that tell it when they stand together: both sides of a pair. Empty for true–false and for an
   * ordering, where "True" and the entries tell nothing.
   */
  readonly keys: readonly (readonly string[])[]
}

type Telling = Pick<Item, 'type' | 'stem' | 'key' | 'options' | 'evidence'> & { readonly factIds: readonly string[] }

export function tellingOf(question: Telling): Told {
  return {
    factIds: question.factIds,
    evidence: question.evidence,
    stem: fold(question.stem),
    quotes: question.evidence.map(({ quote }) => fold(quote)).join('|'),
    keys: answersOf(question)
      .map((words) => words.map(fold).filter((word) => word.trim() !== ''))
      .filter((words) => words.length > 0),
  }
}

function answersOf(question: Telling): readonly (readonly string[])[] {
  if (question.type === 'true-false' || question.type === 'ordering') return []
  if (isPaired(question.type)) return pairsOf(question).map(({ left, right }) => [left, right])
  return question.key.map((key) => [key])
}

/**
 * Two questions of one quiz must not answer each other: they ask the same fact, one has the other's key in its stem, or
 * the proof shown after one contains what the other asks.
 */
export function answerEachOther(one: Told, other: Told): boolean {
  return one.factIds.some((factId) => other.factIds.includes(factId)) || tells(one, other) || tells(other, one)
}

function tells(one: Told, other: Told): boolean {
  const holds = (text: string) => other.keys.some((words) => words.every((word) => text.includes(word)))
  if (holds(one.stem)) return true
  if (!overlaps(one, other)) return false
  if (other.keys.length > 0) return holds(one.quotes)
  // A statement is settled by the proof of another question when that covers its own.
  return other.evidence.every((span) => one.evidence.some((shown) => touch(span, shown)))
}

function overlaps(one: Told, other: Told): boolean {
  return one.evidence.some((span) => other.evidence.some((shown) => touch(span, shown)))
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

// Spaces around, so that "man" is not found in "German".
function fold(text: string): string {
  return ` ${tokenise(text)
    .map(({ value }) => value)
    .join(' ')} `
}
