import type { FactKind } from '../../../fact/fact'
import type { Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { lowerAt } from '../../../language/english/tokens'
import { textOf } from '../../../language/english/word-case'
import { type Reading, standsAlone } from '../sentences/clause-reading'
import { type Claim, clauseClaim } from './claim'

const LONGEST_ANSWER = 22
const SHORTEST_ANSWER = 3

type Link = { readonly words: string; readonly wh: string; readonly kind: FactKind; readonly isSaid: boolean }

// `isSaid`: the linking words belong to the answer.
const LINKS: readonly Link[] = [
  { words: 'because of', wh: 'why', kind: 'cause', isSaid: true },
  { words: 'because', wh: 'why', kind: 'cause', isSaid: true },
  { words: 'due to', wh: 'why', kind: 'cause', isSaid: true },
  { words: 'as a result of', wh: 'why', kind: 'cause', isSaid: true },
  { words: 'in order to', wh: 'why', kind: 'purpose', isSaid: true },
  { words: 'so that', wh: 'why', kind: 'purpose', isSaid: true },
  { words: 'when', wh: 'when', kind: 'cause', isSaid: true },
  { words: 'for the sake of', wh: 'for the sake of what', kind: 'purpose', isSaid: false },
  { words: 'by means of', wh: 'by what means', kind: 'cause', isSaid: false },
]

/** "S verb … because C", "Because C, S verb …", "… so that P", "… for the sake of X": the reason, purpose or means as answer. */
export function causeClaims(reading: Reading): Claim[] {
  const { tokens, rest, lead } = reading.clause
  const found = linkAt(reading, 0)
  if (lead && found && found.words !== 'when')
    return claimOf(reading, found, lead, textOf(reading.sentence.text, tokens, rest))
  for (let at = rest.from; at < rest.to; at++) {
    const link = linkAt(reading, at)
    if (link === undefined) continue
    const before = textOf(reading.sentence.text, tokens, { from: rest.from, to: at })
    return isLinkedToVerb(reading, at) ? claimOf(reading, link, { from: at, to: rest.to }, before) : []
  }
  return []
}

const linkAt = ({ clause: { tokens } }: Reading, at: number): Link | undefined =>
  LINKS.find(({ words }) => words.split(' ').every((word, n) => lowerAt(tokens, at + n) === word))

/** Nothing before the link that the reason could belong to instead, and nothing that restricts it. */
const isLinkedToVerb = ({ clause: { tokens, rest, group } }: Reading, at: number): boolean =>
  (at > rest.from || group.kind !== 'copula') &&
  lowerAt(tokens, rest.to) !== ':' &&
  (lowerAt(tokens, at) !== 'when' || HAPPENS.test(group.base ?? '')) &&
  !tokens
    .slice(rest.from, at)
    .some(({ lower }) => /^(?:that|which|who|whose|if|when|while|only|not|just|partly|largely|probably|,)$/.test(lower))

// Of these "when" tells the condition, of other verbs the occasion.
const HAPPENS = /^(?:occur|happen|arise|form|begin|result)$/

function claimOf(reading: Reading, link: Link, range: Range, tail: string): Claim[] {
  const { clause, sentence, source } = reading
  const words = link.words.split(' ').length
  const answer = { from: range.from + (link.isSaid ? 0 : words), to: range.to }
  const length = range.to - range.from - words
  if (
    length < SHORTEST_ANSWER ||
    length > LONGEST_ANSWER ||
    !standsAlone(reading, range) ||
    !standsAlone(reading, null)
  )
    return []
  const question = askAround(source, link.wh, tail, range.from === 0 ? '' : undefined)
  if (question === null) return []
  const text = textOf(sentence.text, clause.tokens, answer)
  return [
    clauseClaim(reading, {
      kind: link.kind,
      relation: link.words,
      answer: link.isSaid ? text.charAt(0).toLowerCase() + text.slice(1) : text,
      at: answer,
      answerType: 'phrase',
      answerClass: `${link.words} ${length > 9 ? 'long' : 'short'}`,
      question,
    }),
  ]
}
