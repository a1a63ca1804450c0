import { lowerAt, tagAt } from '../language/english/at'
import { readClause } from '../language/english/clause'
import { nounPhraseEnd } from '../language/english/phrases'
import { inner, textOf, type WordCase } from '../language/english/surface'
import type { Sentence } from './sentence'

const MEANS_FACT = /^(?:circumstance|fact|situation|position)$/
const LONGEST_FACT = 24

/** "This circumstance created …" after "Peru is a meeting point of …": the fact that Peru is one. Null where it is not that. */
export function factMeant(sentence: Sentence, before: Sentence | undefined, words: WordCase): string | null {
  const { tokens } = sentence
  if (lowerAt(tokens, 0) !== 'this' || !MEANS_FACT.test(lowerAt(tokens, 1)) || nounPhraseEnd(tokens, 0) !== 2)
    return null
  const clause = before && before.paragraph === sentence.paragraph ? readClause(before.tokens) : null
  if (!before || !clause || clause.lead || clause.group.kind !== 'copula' || clause.group.negative) return null
  const { subject, group, rest } = clause
  if (tagAt(before.tokens, subject.from) === 'PRON' || rest.to - subject.from > LONGEST_FACT) return null
  const said = [subject, group, rest].map((range) => textOf(before.text, before.tokens, range))
  said[0] = inner(before.text, before.tokens, subject, words)
  return `the fact that ${said.join(' ')}`
}
