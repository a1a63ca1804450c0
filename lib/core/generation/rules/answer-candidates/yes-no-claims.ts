import { lowerAt, type Token } from '../../../language/english/tokens'
import { type Claim, close, makeClaim } from '../claims/claim'
import type { Sentence } from '../sentences/sentence'
import { countAnchors } from './phrase-checks'

const PAIRS =
  'northern/southern eastern/western north/south east/west northeast/southwest northwest/southeast northeastern/southwestern northwestern/southeastern'
const OPPOSITE = new Map(
  PAIRS.split(' ').flatMap((pair): [string, string][] => {
    const [left = '', right = ''] = pair.split('/')
    return [
      [left, right],
      [right, left],
    ]
  }),
)
const LONGEST_WORDS = 30
const FEWEST_ANCHORS = 2

/** One word of a sentence whose opposite makes it false: "the northern coast of Peru". To judge as true or false. */
export function polarClaims(sentence: Sentence): Claim[] {
  const { tokens } = sentence
  if (sentence.text.split(' ').length > LONGEST_WORDS) return []
  const found = tokens.flatMap(({ lower }, at) =>
    isSure(tokens, at) ? [{ at, opposite: OPPOSITE.get(lower) ?? '' }] : [],
  )
  if (/\brather than\b/.test(sentence.text)) return []
  const [polar] = found
  // Of two such words one would still be true of the other.
  if (!polar || found.length > 1 || countAnchors(tokens, { from: polar.at, to: polar.at + 1 }) < FEWEST_ANCHORS)
    return []
  const { lower } = tokens[polar.at] ?? { lower: '' }
  return [
    {
      ...makeClaim({
        kind: 'property',
        sentence,
        statement: close(sentence.text),
        subject: '',
        relation: 'polar',
        answer: lower,
        at: { from: polar.at, to: polar.at + 1 },
        answerType: 'phrase',
        answerClass: 'polar',
      }),
      opposite: polar.opposite,
    },
  ]
}

/** In lower case, said once, with its opposite nowhere, and not where both could be true. */
function isSure(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const opposite = OPPOSITE.get(token?.lower ?? '')
  if (!token || opposite === undefined || token.text !== token.lower) return false
  if (tokens.filter(({ lower }) => lower === token.lower || lower === opposite).length > 1) return false
  return !isLoose(tokens, at)
}

/** "north and south": another reading stays open. */
function isLoose(tokens: readonly Token[], at: number): boolean {
  const word = lowerAt(tokens, at)
  const before = lowerAt(tokens, at - 1)
  const after = lowerAt(tokens, at + 1)
  if (/^(?:or|and|rather|-)$/.test(after) || /^(?:or|and)$/.test(before)) return true
  // "the import of", "the north": names of things, not ways.
  if (before === 'the' && after === ',') return true
  if (/ern$/.test(word))
    return !/^(?:parts?|coasts?|half|borders?|sides?|ends?|edges?|shores?|banks?|slopes?|tip|corner|region|hemisphere)$/.test(
      after,
    )
  if (/^(?:north|south|east|west|northeast|southwest|northwest|southeast)$/.test(word))
    return !/^(?:of|to)$/.test(after)
  return false
}
