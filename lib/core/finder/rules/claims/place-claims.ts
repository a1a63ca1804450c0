import { lowerAt } from '../../../language/english/at'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { textOf } from '../../../language/english/surface'
import { type Reading, standsAlone, wordsAround, wordsIn } from '../sentences/reading'
import { likenessOf } from './answer-class'
import type { Claim } from './claim'
import { gappedOf, makeClaim, statementOf } from './make-claim'

const PLACE = /^(?:country|place|city|region|state|river)$/

/** "S was born in Oslo", "S built a school in Peru": where, when the place is a name and ends the clause. */
export function placeClaims(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const { tokens, rest, group } = clause
  const place = placeAt(reading)
  if (place === null || group.kind === 'copula' || group.base === 'include' || clause.lead !== null) return []
  const answer = { from: place.from + 1, to: place.to }
  const { kind, like } = likenessOf(tokens, answer)
  if (!PLACE.test(kind) || !standsAlone(reading, answer)) return []
  const question = askAround(reading.asked, 'where', wordsAround(reading, rest, place))
  if (question === null) return []
  return [
    makeClaim({
      kind: 'place',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: 'where',
      answer: textOf(sentence.text, tokens, answer),
      at: answer,
      answerType: kind,
      like,
      question,
      gapped: gappedOf(sentence, clause, answer),
    }),
  ]
}

/** The one "in NAME" or "at NAME" that a clause or its time ends with. */
function placeAt({ clause: { tokens, rest, times } }: Reading): Range | null {
  const starts = new Set(times.map(({ from }) => from))
  const end = times.find(({ to }) => to === rest.to)?.from ?? rest.to
  for (let at = rest.from; at < end; at++) {
    if (/^(?:in|at|near)$/.test(lowerAt(tokens, at)) && !starts.has(at) && nounPhraseEnd(tokens, at + 1) === end)
      return isPlain(tokens.slice(rest.from, at)) ? { from: at, to: end } : null
  }
  return null
}

/** No clause in between that the place could belong to. */
const isPlain = (between: Reading['clause']['tokens']): boolean =>
  !between.some(
    ({ tag, lower }) =>
      /^(?:VERB|AUX|SCONJ|CCONJ)$/.test(tag) ||
      /^(?:that|which|who|whose|where|to|of|with|for|from|in|at|near)$/.test(lower),
  )
