import { lowerAt, tagAt } from '../../../language/english/at'
import { nounKind } from '../../../language/english/lexicon'
import { fullPhraseEnd, isPronoun, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import type { Reading } from '../sentences/reading'
import type { Claim } from './claim'
import { prepositionClaim } from './preposition-claim'

const ASKED = /^(?:of|on|upon|to|with|from|into|as)$/
// "went to", "look like": what follows depends on more than the verb.
const VAGUE = new Set(
  'be have do go come get take say speak look seem appear turn begin start talk refer happen occur kick fall run set put pass give burst break settle'.split(
    ' ',
  ),
)

/** "S consists of A", "S led to B", "S rests on C": what the verb's preposition leads to as answer. */
export function relationClaims(reading: Reading): Claim[] {
  const { clause } = reading
  const { tokens, rest, group } = clause
  const preposition = lowerAt(tokens, rest.from)
  if (group.kind !== 'active' || group.base === null || VAGUE.has(group.base) || !ASKED.test(preposition)) return []
  if (tokens[rest.to]?.text === ':') return []
  const answer = answerAt(reading)
  return answer === null ? [] : prepositionClaim(reading, answer, preposition)
}

/** The phrase after the preposition, to the end of the clause but for a time. */
function answerAt({ clause: { tokens, rest, times } }: Reading): Range | null {
  const from = rest.from + 1
  const starts = new Set(times.filter((time) => time.preposition !== 'of').map(({ from: at }) => at))
  if (starts.has(rest.from) || isPronoun(tokens[from])) return null
  const head = lowerAt(tokens, nounPhraseEnd(tokens, from) - 1)
  if (nounKind(head) === 'time' || nounKind(head) === 'quantity' || tagAt(tokens, from) === 'NUM') return null
  const to = Math.min(
    rest.to,
    fullPhraseEnd(tokens, from, (_, at) => !starts.has(at)),
  )
  return to > from && (to === rest.to || starts.has(to)) ? { from, to } : null
}
