import { memberRanges } from '../../../language/english/coordination'
import { fullPhraseEnd } from '../../../language/english/phrases'
import { textOf } from '../../../language/english/surface'
import { likenessOf } from '../claims/answer-class'
import type { Claim } from '../claims/claim'
import { close, makeClaim } from '../claims/make-claim'
import type { Known } from '../sentences/reader-context'
import type { Sentence } from '../sentences/sentence'
import { danglingIn } from '../sentences/unresolved-reference'

const PLURAL: Readonly<Record<string, string>> = {
  organization: 'organizations',
  country: 'countries',
  person: 'people',
  place: 'places',
}
const FEWEST = 3

/** "At the regional level, these include the A, the B and the C": names of one type under a lead that says where. */
export function namedListClaims(sentence: Sentence, known: Known): Claim[] {
  const { tokens, text } = sentence
  const comma = tokens.findIndex(({ text: mark }) => mark === ',')
  const verb = tokens[comma + 2]
  if (
    comma < 2 ||
    tokens[0]?.tag !== 'ADP' ||
    !/^(?:these|they)$/.test(tokens[comma + 1]?.lower ?? '') ||
    !/^includ/.test(verb?.lower ?? '')
  )
    return []
  const lead = { from: 0, to: comma }
  const range = { from: comma + 3, to: fullPhraseEnd(tokens, comma + 3, (word) => /^(?:of|for|in|with)$/.test(word)) }
  const parts = memberRanges(tokens, range)
  const kinds = parts.map((part) => likenessOf(tokens, part).kind)
  const kind = kinds.find((one) => kinds.filter((other) => other === one).length >= 0.7 * kinds.length) ?? ''
  const named = PLURAL[kind]
  if (parts.length < FEWEST || !named || danglingIn(tokens, lead, known) !== null) return []
  const members = parts.map((part) => textOf(text, tokens, part))
  const place = textOf(text, tokens, lead)
  return [
    makeClaim({
      kind: 'list',
      sentence,
      statement: close(text),
      subject: place,
      relation: 'include',
      answer: members.join('; '),
      at: range,
      answerType: 'list',
      like: 'list names',
      members,
      open: true,
      question: `Which ${named} does the text name ${place.charAt(0).toLowerCase()}${place.slice(1)}?`,
    }),
  ]
}
