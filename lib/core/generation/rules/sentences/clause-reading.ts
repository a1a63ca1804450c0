import type { Clause } from '../../../language/english/clause'
import { nounKind } from '../../../language/english/lexicon'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import type { QuestionSource } from '../../../language/english/questions'
import { lowerAt, type Token } from '../../../language/english/tokens'
import { inner, textOf } from '../../../language/english/word-case'
import { countOf, type ReaderContext } from './document-context'
import type { Sentence } from './sentence'
import { unresolvedReference } from './unresolved-reference'

/** A sentence whose main clause was read: what all clause facts are made from. */
export type Reading = {
  readonly sentence: Sentence
  readonly clause: Clause
  readonly context: ReaderContext
  readonly source: QuestionSource
}

export const readingOf = (sentence: Sentence, clause: Clause, context: ReaderContext): Reading => ({
  sentence,
  clause,
  context,
  source: { text: sentence.text, clause, words: context.words },
})

/** A range's words, as inside a sentence. */
export const wordsIn = ({ sentence, context }: Reading, range: Range): string =>
  inner(sentence.text, sentence.tokens, range, context.words).replace(/,(["”])$/, '$1')

/** A range's words without one hole in it. */
export function wordsAround({ sentence }: Reading, range: Range, hole: Range): string {
  const before = textOf(sentence.text, sentence.tokens, { from: range.from, to: Math.min(range.to, hole.from) })
  const after = textOf(sentence.text, sentence.tokens, { from: Math.max(range.from, hole.to), to: range.to })
  return `${before.replace(/[\s,]+$/, '')} ${after.replace(/^[\s,]+/, '')}`.trim()
}

/** True when the clause, but for its answer, points at nothing outside itself. */
export function standsAlone({ sentence, clause, context }: Reading, answer: Range | null): boolean {
  const from = clause.lead ? 0 : clause.subject.from
  const isUnresolved =
    (answer === null || answer.from >= clause.subject.to) &&
    unresolvedReference(sentence.tokens, clause.subject, context) !== null
  if (isUnresolved) return false
  const whole = { from, to: clause.rest.to }
  if (answer === null) return unresolvedReference(sentence.tokens, whole, context) === null
  const before = unresolvedReference(sentence.tokens, { from: whole.from, to: answer.from }, context)
  if (before !== null) return false
  return standsWithout(sentence, { from: whole.from, to: whole.to }, answer, context)
}

/** What follows the answer may refer to what precedes it, but not to the answer. */
function standsWithout(sentence: Sentence, whole: Range, answer: Range, context: ReaderContext): boolean {
  const kept = sentence.tokens.filter((_, n) => n >= whole.from && n < whole.to && (n < answer.from || n >= answer.to))
  return unresolvedReference(kept, { from: 0, to: kept.length }, context) === null
}

/** One bare noun for an act or an idea, met once or twice: "construction", "arousal". */
const isLightNoun = (token: Token | undefined, context: ReaderContext): boolean =>
  token?.tag === 'NOUN' &&
  (nounKind(token.lower) === 'act' ||
    (/^(?:abstract|event|time)$/.test(nounKind(token.lower) ?? 'abstract') && countOf(context.counts, token.lower) < 3))

/** The answer's first noun phrase, with what may complete it. */
const headOf = (answer: Range, length: number, end: number): Range => ({
  from: answer.from,
  to: Math.min(answer.from + length + 1, Math.max(answer.to, end)),
})

/** "the Belgrade Zoo from Germany", "lunar rocks to Earth": two answers in one. */
const goesSomewhere = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ lower }, n) =>
        n > 0 &&
        !/^(?:from|between)$/.test(lowerAt(tokens, from)) &&
        (/^(?:from|towards?|via)$/.test(lower) ||
          (lower === 'to' && /^\p{Lu}/u.test(tokens[from + n + 1]?.text ?? ''))),
    )

/** An answer that only ranks or points ("the second scale", "its own") says nothing by itself. */
export const isVagueAnswer = ({ clause, context }: Reading, answer: Range): boolean => {
  const phrase = clause.tokens.slice(answer.from, nounPhraseEnd(clause.tokens, answer.from))
  const bare = answer.to - answer.from === phrase.length
  if (
    clause.tokens
      .slice(answer.from, answer.to)
      .some(
        ({ lower }, n, all) =>
          /^(?:this|these|those|it|they|them)$/.test(lower) || (lower === 'such' && all[n + 1]?.lower !== 'as'),
      )
  )
    return true
  if (bare && phrase.length === 1 && isLightNoun(phrase[0], context)) return true
  if (goesSomewhere(clause.tokens, answer)) return true
  // "the effect with prose passages": whichever effect that was.
  if (
    lowerAt(clause.tokens, answer.from) === 'the' &&
    unresolvedReference(clause.tokens, headOf(answer, phrase.length, clause.rest.to), context) !== null
  )
    return true
  return (
    phrase.some(({ lower }) => /^(?:other|another|former|latter|same|following)$/.test(lower)) ||
    (bare &&
      phrase.length < 4 &&
      phrase.some(({ lower }) => /^(?:first|second|third|fourth|fifth|last|next|previous|following)$/.test(lower)))
  )
}

const HEDGE =
  /^(?:may|might|could|perhaps|probably|possibly|likely|allegedly|supposedly|reportedly|seemingly|apparently|seem|seems|appear|appears|appeared|would|should|if|unless)$/

/** A claim that the document hedges or that addresses the reader. Words outside the clause do not count. */
export const isHedged = ({ clause, sentence }: Reading): boolean =>
  clause.group.negative ||
  clause.group.auxiliary === 'had' ||
  UNTOLD.test(sentence.tokens[clause.subject.from]?.lower ?? '') ||
  (clause.lead !== null && sentence.tokens.slice(0, clause.lead.to).some(({ text }) => text === ',')) ||
  sentence.tokens
    .slice(clause.lead ? 0 : clause.subject.from, clause.rest.to)
    .some(({ lower }) => HEDGE.test(lower) || /^(?:we|our|us|you|your|i|my|me|let)$/.test(lower))

const UNTOLD = /^(?:no|none|neither|nobody|nothing|different|some|many|certain|various|few|examples?)$/
