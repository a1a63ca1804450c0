import { numberValue, numberWord } from '../language/english/number-words'
import { nounPhraseEnd, type Range } from '../language/english/phrases'
import { askAround } from '../language/english/questions'
import { textOf } from '../language/english/surface'
import { likenessOf } from './answer-like'
import type { Claim } from './claim'
import { memberRanges } from './coordination'
import { makeClaim, statementOf } from './make-claim'
import { type Reading, standsAlone, wordsIn } from './reading'

/** "S is made of three parts: A, B, and C": the list and its count, when the number is the members'. */
export function inlineListClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { tokens, rest } = clause
  if (tokens[rest.to]?.text !== ':') return []
  const things = countedPhrase(reading)
  if (things === null) return []
  const members = colonMembers(reading)
  const count = numberValue(tokens[things.from]?.lower ?? '')
  if (members.length < 2 || members.length !== count || !standsAlone(reading, null)) return []
  const texts = members.map((member) => textOf(sentence.text, tokens, member))
  return claimsOf(reading, things, texts, likenessOf(tokens, members[0] ?? things).like)
}

/** The "three basic forms" that ends the clause. */
function countedPhrase({ clause }: Reading): Range | null {
  const { tokens, rest } = clause
  for (let at = rest.from; at < rest.to; at++) {
    if (tokens[at]?.tag === 'NUM' && nounPhraseEnd(tokens, at) === rest.to && rest.to - at > 1)
      return { from: at, to: rest.to }
  }
  return null
}

function colonMembers({ clause }: Reading): Range[] {
  const { tokens, rest } = clause
  const stop = tokens.findIndex(({ text }, n) => n > rest.to && /^[.;!?]$/.test(text))
  return memberRanges(tokens, { from: rest.to + 1, to: stop < 0 ? tokens.length : stop }, true)
}

function claimsOf(reading: Reading, things: Range, members: readonly string[], like: string): Claim[] {
  const { clause, sentence, known } = reading
  const { tokens, rest, group } = clause
  const name = textOf(sentence.text, tokens, things)
  const bare = textOf(sentence.text, tokens, { from: things.from + 1, to: things.to })
  const before = textOf(sentence.text, tokens, { from: rest.from, to: things.from }).replace(/(?:^|\s)one of$/, '')
  if (group.kind === 'copula' && before === '') return []
  const question = askAround(reading.asked, `which ${name}`, before)
  const howMany = askAround(reading.asked, `how many ${bare}`, before)
  if (question === null || howMany === null) return []
  const statement = `${statementOf(sentence, clause, known).slice(0, -1)}: ${members.slice(0, -1).join(', ')} and ${members.at(-1) ?? ''}.`
  const common = { sentence, subject: wordsIn(reading, clause.subject), at: null, open: false }
  return [
    makeClaim({
      ...common,
      kind: 'list',
      statement,
      relation: 'list',
      answer: members.join('; '),
      answerType: 'list',
      like: `list ${like}`,
      members,
      question,
      multiple: question,
    }),
    makeClaim({
      ...common,
      kind: 'count',
      statement: statementOf(sentence, clause, known),
      relation: 'how many',
      answer: numberWord(members.length),
      answerType: 'number',
      like: 'count',
      question: howMany,
      exact: true,
    }),
  ]
}
