import { lowerAt, tagAt } from '../../../language/english/at'
import { memberRanges } from '../../../language/english/coordination'
import { isPlural } from '../../../language/english/lexicon'
import { numberValue, numberWord } from '../../../language/english/number-words'
import { fullPhraseEnd, type Range } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import { likenessOf } from '../claims/answer-class'
import type { Claim } from '../claims/claim'
import { close, makeClaim } from '../claims/make-claim'
import type { Known } from '../sentences/reader-context'
import type { Sentence } from '../sentences/sentence'
import { danglingIn } from '../sentences/unresolved-reference'

/** "There are three types of lever: A, B and C": the members, and how many there are when the colon lists as many. */
export function existentialClaims(sentence: Sentence, known: Known): Claim[] {
  const { tokens, text } = sentence
  if (lowerAt(tokens, 0) !== 'there' || !/^(?:are|were)$/.test(lowerAt(tokens, 1)) || tagAt(tokens, 2) !== 'NUM')
    return []
  // "three ways that food can spoil": the clause that follows would be torn.
  if (/^(?:ways?|reasons?)$/.test(lowerAt(tokens, 3)) || /^(?:ways?|reasons?)$/.test(lowerAt(tokens, 4))) return []
  const things = { from: 3, to: fullPhraseEnd(tokens, 2, (word) => /^(?:of|in|for)$/.test(word)) }
  const members = tokens[things.to]?.text === ':' ? membersAfter(tokens, things.to + 1) : []
  const count = numberValue(lowerAt(tokens, 2))
  const kind = tokens.slice(things.from, things.to)
  if (members.length !== count || kind.length < 2 || !kind.some(({ lower }) => isPlural(lower))) return []
  if (danglingIn(tokens, things, known) !== null) return []
  const name = textOf(text, tokens, things)
  const be = lowerAt(tokens, 1)
  const texts = members.map((member) => textOf(text, tokens, member))
  const common = { sentence, statement: close(text), subject: name, at: null, open: false }
  const question = `What ${be} the ${numberWord(count)} ${name}?`
  return [
    makeClaim({
      ...common,
      kind: 'list',
      relation: 'list',
      answer: texts.join('; '),
      answerType: 'list',
      like: `list ${likenessOf(tokens, members[0] ?? things).like}`,
      members: texts,
      question,
      multiple: question,
    }),
    makeClaim({
      ...common,
      kind: 'count',
      relation: 'how many',
      answer: numberWord(count),
      answerType: 'number',
      like: 'count',
      question: `How many ${name} does the text name?`,
      exact: true,
    }),
  ]
}

function membersAfter(tokens: Sentence['tokens'], from: number): Range[] {
  const stop = tokens.findIndex(({ text }, n) => n >= from && /^[.;!?]$/.test(text))
  return memberRanges(tokens, { from, to: stop < 0 ? tokens.length : stop }, true)
}
