import { lowerAt, tagAt } from '../../../language/english/at'
import { readClause } from '../../../language/english/clause'
import { isPlural } from '../../../language/english/lexicon'
import { nounPhraseEnd } from '../../../language/english/phrases'
import { inner, textOf, type WordCase } from '../../../language/english/surface'
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

/** The subject of a sentence, when nothing else in it has its number: what "it" or "they" takes up. */
export function onlyThing({ tokens, text }: Sentence, plural: boolean, words: WordCase): string | null {
  const clause = readClause(tokens)
  if (
    !clause ||
    clause.lead ||
    tokens.slice(clause.subject.from, clause.subject.to).some(({ lower }) => lower === 'and')
  )
    return null
  const { subject } = clause
  if (
    /^(?:PRON)$/.test(tagAt(tokens, subject.from)) ||
    /^(?:this|these|that|those|some|many|most|all|no)$/.test(lowerAt(tokens, subject.from))
  )
    return null
  const heads: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    heads.push(lowerAt(tokens, end - 1))
    at = end - 1
  }
  const alike = heads.filter((head) => isPlural(head) === plural)
  if (alike.length !== 1 || alike[0] !== lowerAt(tokens, nounPhraseEnd(tokens, subject.from) - 1)) return null
  return inner(text, tokens, subject, words)
}
