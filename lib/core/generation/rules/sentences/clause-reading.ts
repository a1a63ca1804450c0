import type { Clause } from '../../../language/english/clause'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import type { QuestionSource } from '../../../language/english/questions'
import { lowerAt } from '../../../language/english/tokens'
import { inner, textOf } from '../../../language/english/word-case'
import type { ReaderContext } from './document-context'
import type { Sentence } from './sentence'
import { unresolvedReference } from './unresolved-reference'

/** A sentence whose main clause was read: what all clause claims are made from. */
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

/** True when the clause, but for its answer, points at nothing outside itself; what follows the answer does not point at it. */
export function standsAlone({ clause: { tokens, lead, subject, rest } }: Reading, answer: Range | null): boolean {
  const from = lead ? 0 : subject.from
  const hole = answer ?? { from: rest.to, to: rest.to }
  const kept = tokens.filter((_, n) => n >= from && n < rest.to && (n < hole.from || n >= hole.to))
  return unresolvedReference(kept, { from: 0, to: kept.length }) === null
}

/** An answer that only ranks or points ("the second scale", "its own"), or that says two things ("rocks from the moon"). */
export function isVagueAnswer({ clause: { tokens } }: Reading, answer: Range): boolean {
  const phrase = tokens.slice(answer.from, nounPhraseEnd(tokens, answer.from))
  const bare = answer.to - answer.from === phrase.length
  const said = tokens.slice(answer.from, answer.to)
  return (
    said.some(({ lower }, n) => /^(?:this|these)$/.test(lower) || (n < 2 && POINTING.test(lower))) ||
    said.some(({ lower }, n) => lower === 'such' && said[n + 1]?.lower !== 'as') ||
    (!/^(?:from|between)$/.test(lowerAt(tokens, answer.from)) &&
      said.some(({ lower }, n) => n > 0 && lower === 'from')) ||
    phrase.some(({ lower }) => /^(?:other|another|former|latter|same|following)$/.test(lower)) ||
    (bare && phrase.length < 4 && phrase.some(({ lower }) => /^(?:first|second|third|last|next|previous)$/.test(lower)))
  )
}

const POINTING = /^(?:those|it|they|them|its|their|his|her)$/

const HEDGE =
  /^(?:may|might|could|perhaps|probably|possibly|likely|allegedly|supposedly|reportedly|seemingly|apparently|seem|seems|appear|appears|appeared|would|should|if|unless|we|our|us|you|your|i|my|me|let)$/
const UNCERTAIN_SUBJECT =
  /^(?:no|none|neither|nobody|nothing|different|some|certain|various|few|examples?|one|another)$/

/** A claim that the document hedges or that addresses the reader. Words outside the clause do not count. */
export const isHedged = ({ clause: { group, subject, lead, rest, tokens } }: Reading): boolean =>
  group.negative ||
  group.auxiliary === 'had' ||
  UNCERTAIN_SUBJECT.test(lowerAt(tokens, subject.from)) ||
  (lead !== null && tokens.slice(0, lead.to).some(({ text }) => text === ',')) ||
  tokens.slice(lead ? 0 : subject.from, rest.to).some(({ lower }) => HEDGE.test(lower))
