import { fullPhraseEnd, nounPhraseEnd } from '../../../language/english/phrases'
import { askAround } from '../../../language/english/questions'
import { textOf } from '../../../language/english/surface'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from '../sentences/reading'
import { likenessOf } from './answer-class'
import type { Claim } from './claim'
import { gappedOf, makeClaim, statementOf } from './make-claim'
import { prepositionClaim } from './preposition-claim'

const ASKED = /^(?:of|on|by|with|from|into|to|as|for)$/
const NAMING = new Set(['call', 'name', 'term', 'know', 'refer', 'dub', 'label'])

/** "S is composed of A", "S was founded by B", "S are called C": what follows the verb as answer. */
export function passiveClaims(reading: Reading): Claim[] {
  const { clause } = reading
  if (clause.tokens[clause.rest.to]?.text === ':' || clause.group.kind !== 'passive' || clause.group.base === null)
    return []
  if (NAMING.has(clause.group.base)) return naming(reading)
  const preposition = clause.tokens[clause.rest.from]
  if (!preposition || !ASKED.test(preposition.lower)) return []
  const starts = new Set(clause.times.filter(({ preposition }) => preposition !== 'of').map(({ from }) => from))
  if (starts.has(clause.rest.from)) return []
  const from = clause.rest.from + 1
  const end = fullPhraseEnd(clause.tokens, from, (_, at) => !starts.has(at))
  const answer = { from, to: Math.min(clause.rest.to, end) }
  const tail = { from: answer.to, to: clause.rest.to }
  if (answer.to === from || (tail.to > tail.from && !starts.has(tail.from))) return []
  return prepositionClaim(reading, answer, preposition.lower)
}

/** "S are called C", "S is known as C", "S is referred to as C". */
function naming(reading: Reading): Claim[] {
  const { clause, sentence, known } = reading
  const { tokens, rest, group } = clause
  let from = rest.from
  if (group.base === 'refer' && tokens[from]?.lower === 'to') from += 1
  if (tokens[from]?.lower === 'as') from += 1
  else if (group.base === 'know' || group.base === 'refer') return []
  const answer = { from, to: rest.to }
  if (answer.to <= from || answer.to - from > 8 || fullPhraseEnd(tokens, from, () => true) < answer.to) return []
  if (
    isVagueAnswer(reading, answer) ||
    !standsAlone(reading, answer) ||
    nounPhraseEnd(tokens, clause.subject.from) === clause.subject.from
  )
    return []
  const tail = textOf(sentence.text, tokens, { from: rest.from, to: from })
  const question = askAround(reading.asked, 'what', tail)
  if (question === null) return []
  return [
    makeClaim({
      kind: 'alias',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: 'called',
      answer: wordsIn(reading, answer),
      at: answer,
      answerType: 'term',
      exact: true,
      like: `name ${likenessOf(tokens, answer).like}`,
      question,
      gapped: gappedOf(sentence, clause, answer),
    }),
  ]
}
