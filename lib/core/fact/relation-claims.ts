import { lowerAt, tagAt } from '../language/english/at'
import { nounKind } from '../language/english/lexicon'
import { fullPhraseEnd, isPronoun, nounPhraseEnd, type Range } from '../language/english/phrases'
import { askAround } from '../language/english/questions'
import { textOf } from '../language/english/surface'
import { likenessOf, severalNames } from './answer-like'
import type { Claim } from './claim'
import { membersOf } from './coordination'
import { gappedOf, makeClaim, statementOf } from './make-claim'
import { isVagueAnswer, type Reading, standsAlone, wordsIn } from './reading'

const LONGEST_ANSWER = 14
const LONGEST_LIST = 60
const ASKED = /^(?:of|on|upon|to|with|from|into|as)$/
// "went to", "look like": what follows depends on more than the verb.
const VAGUE = new Set(
  'be have do go come get take say speak look seem appear turn begin start talk refer happen occur kick fall run set put pass give burst break settle'.split(
    ' ',
  ),
)

/** "S consists of A", "S led to B", "S rests on C": what the verb's preposition leads to as answer. */
export function relationClaims(reading: Reading): Claim[] {
  const { clause, sentence } = reading
  const { tokens, rest, group } = clause
  const preposition = lowerAt(tokens, rest.from)
  if (group.kind !== 'active' || group.base === null || VAGUE.has(group.base) || !ASKED.test(preposition)) return []
  if (tokens[rest.to]?.text === ':') return []
  const answer = answerAt(reading)
  if (answer === null || isVagueAnswer(reading, answer) || !standsAlone(reading, answer)) return []
  const members = membersOf(tokens, answer, sentence.text)
  if (answer.to - answer.from > (members.length > 2 ? LONGEST_LIST : LONGEST_ANSWER)) return []
  return claimOf(reading, answer, members, preposition)
}

/** The phrase after the preposition, to the end of the clause but for a time. */
function answerAt({ clause: { tokens, rest, times } }: Reading): Range | null {
  const from = rest.from + 1
  const starts = new Set(times.map(({ from: at }) => at))
  if (starts.has(rest.from) || isPronoun(tokens[from])) return null
  const head = lowerAt(tokens, nounPhraseEnd(tokens, from) - 1)
  if (nounKind(head) === 'time' || nounKind(head) === 'quantity' || tagAt(tokens, from) === 'NUM') return null
  const to = Math.min(
    rest.to,
    fullPhraseEnd(tokens, from, (_, at) => !starts.has(at)),
  )
  return to > from && (to === rest.to || starts.has(to)) ? { from, to } : null
}

function claimOf(reading: Reading, answer: Range, members: readonly string[], preposition: string): Claim[] {
  const { clause, sentence, known } = reading
  const { kind, like } = likenessOf(clause.tokens, answer)
  const tail = textOf(sentence.text, clause.tokens, { from: answer.to, to: clause.rest.to })
  const wh = kind === 'person' ? 'who' : 'what'
  const question = askAround(reading.asked, wh, [preposition, tail].filter(Boolean).join(' '))
  if (question === null) return []
  return [
    makeClaim({
      kind: members.length > 2 ? 'list' : 'relation',
      sentence,
      statement: statementOf(sentence, clause, known),
      subject: wordsIn(reading, clause.subject),
      relation: `${textOf(sentence.text, clause.tokens, clause.group)} ${preposition}`,
      answer: wordsIn(reading, answer),
      at: answer,
      answerType: kind,
      like,
      members,
      multiple: severalNames(kind, members) ? question : null,
      question,
      gapped: members.length > 0 ? null : gappedOf(sentence, clause, answer),
    }),
  ]
}
