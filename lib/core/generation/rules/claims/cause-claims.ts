import type { FactKind } from '../../../fact/fact'
import type { Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { lowerAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { type Reading, standsAlone } from '../sentences/clause-reading'
import { type Claim, clauseClaim } from './claim'

const LONGEST_ANSWER = 22
const SHORTEST_ANSWER = 3

type Link = { readonly words: readonly string[]; readonly wh: string; readonly kind: FactKind; readonly keeps: number }

// `keeps`: how many of the linking words are said in the answer.
const LINKS: readonly Link[] = [
  { words: ['because', 'of'], wh: 'why', kind: 'cause', keeps: 2 },
  { words: ['because'], wh: 'why', kind: 'cause', keeps: 1 },
  { words: ['in', 'order', 'to'], wh: 'why', kind: 'purpose', keeps: 3 },
  { words: ['for', 'the', 'sake', 'of'], wh: 'for the sake of what', kind: 'purpose', keeps: 0 },
  { words: ['by', 'means', 'of'], wh: 'by what means', kind: 'cause', keeps: 0 },
  { words: ['through'], wh: 'through what', kind: 'cause', keeps: 0 },
]

/** "S verb … because C", "… in order to P", "… for the sake of X", "… through M": the reason, purpose or means as answer. */
export function causeClaims(reading: Reading): Claim[] {
  const { tokens, rest } = reading.clause
  if (lowerAt(tokens, rest.to) === ':') return []
  for (let at = rest.from; at < rest.to; at++) {
    const link = LINKS.find(({ words }) => words.every((word, n) => lowerAt(tokens, at + n) === word))
    if (link) return claimOf(reading, at, link)
  }
  return []
}

function claimOf(reading: Reading, at: number, link: Link): Claim[] {
  const { clause, sentence } = reading
  const { tokens, rest } = clause
  const answer = { from: at + link.words.length - link.keeps, to: rest.to }
  if (lowerAt(tokens, answer.from) === 'both') return bothOf(reading, answer, link)
  const length = answer.to - answer.from
  if (length < SHORTEST_ANSWER + link.keeps || length > LONGEST_ANSWER || !isWhole(reading, answer)) return []
  if (!standsAlone(reading, answer) || !standsAlone(reading, null)) return []
  const before = textOf(sentence.text, tokens, { from: rest.from, to: at })
  const question = askAround(reading.source, link.wh, before)
  if (question === null || (before === '' && clause.group.kind === 'copula')) return []
  return [
    clauseClaim(reading, {
      kind: link.kind,
      relation: link.words.join(' '),
      answer: textOf(sentence.text, tokens, answer),
      at: answer,
      answerType: 'phrase',
      answerClass: `${link.words.join(' ')} ${length > 9 ? 'long' : 'short'}`,
      question,
      canBeGap: false,
    }),
  ]
}

/** "through both A and through B": two members, each with its own preposition. */
function bothOf(reading: Reading, answer: Range, link: Link): Claim[] {
  const { clause, sentence } = reading
  const { tokens, rest } = clause
  const and = tokens.findIndex(
    ({ lower }, n) =>
      n > answer.from + 1 && n < answer.to && lower === 'and' && lowerAt(tokens, n + 1) === link.words[0],
  )
  if (and < 0 || link.words.length > 1 || !standsAlone(reading, null)) return []
  const members = [
    { from: answer.from + 1, to: and },
    { from: and + 2, to: answer.to },
  ].map((member) => textOf(sentence.text, tokens, member))
  const before = textOf(sentence.text, tokens, { from: rest.from, to: answer.from - 1 })
  const question = askAround(reading.source, `${link.words[0]} which two means`, before)
  if (question === null) return []
  return [
    clauseClaim(reading, {
      kind: 'list',
      relation: 'both',
      answer: members.join('; '),
      at: answer,
      answerType: 'list',
      answerClass: 'list both',
      members,
      question,
      canBeGap: false,
    }),
  ]
}

/** Nothing before the link that the reason could belong to instead, and nothing hung on after it. */
function isWhole({ clause: { tokens, rest } }: Reading, answer: Range): boolean {
  const before = tokens.slice(rest.from, answer.from).map(({ lower }) => lower)
  if (
    before.some((word) => /^(?:that|which|who|whose|if|when|while|only|not|just|partly|largely|probably|,)$/.test(word))
  )
    return false
  return !tokens.slice(answer.from, answer.to).some(({ text }) => /^[;:—]$/.test(text))
}
