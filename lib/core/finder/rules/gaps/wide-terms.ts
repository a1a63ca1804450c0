import { lowerAt, tagAt } from '../../../language/english/at'
import { isVerbBase, nounKind, rankOf } from '../../../language/english/lexicon'
import type { Range } from '../../../language/english/phrases'
import type { Token } from '../../../language/english/tagger'

export const LONGEST_TERM = 4
export const VAGUE_NOUN =
  /^(?:addition|contrast|order|general|particular|structures?|systems?|levels?|objects?|devices?|materials?|products?|items?|process(?:es)?|increase|decrease|change|changes|period|time|times|people|person|individuals?|part|parts|number|others?|way|ways|methods?|groups?|members?|areas?|use|uses|thing|things|substances?|forms?|effects?|results?|causes?|reasons?|factors?|patterns?|rates?|activity|body|release|water|food|building|air|surface|environment)$/
/** The score of what is asked only by its letters. */
export const WIDE = 0.5
// Of single words only those beyond the commonest.
const RARE = 7000

/** Any noun phrase that names something, where its letters say which word is wanted. */
export function namesSomething(tokens: readonly Token[], range: Range): boolean {
  const part = tokens.slice(range.from, range.to)
  const head = part.at(-1)
  if (head?.tag !== 'NOUN' || VAGUE_NOUN.test(head.lower) || part.length > LONGEST_TERM) return false
  if (part.some(({ tag, text }) => !/^(?:NOUN|ADJ|PROPN)$/.test(tag) || !/^\p{L}/u.test(text))) return false
  if (isCut(tokens, range) || EMPTY.test(part[0]?.lower ?? '')) return false
  return part.length > 1 || (rankOf(head.lower) > RARE && isThing(head.lower) && !isVerbForm(head.lower))
}

const isThing = (noun: string): boolean => {
  const kind = nounKind(noun)
  return kind !== null && kind !== 'person'
}

const isVerbForm = (word: string): boolean =>
  isVerbBase(word) || isVerbBase(word.replace(/s$/, '')) || isVerbBase(word.replace(/es$/, ''))

// "a major influence", "the same age": more wording than fact.
const EMPTY =
  /^(?:major|minor|important|fundamental|great|greater|greatest|same|single|close|modern|recognizable|significant|key|main|large|larger|largest|small|smaller|common|various|new|recommended|popular|current|early|late|proposed|good|better|best|high|higher|highest|low|lower|strong|able|full|certain|particular|real|entire|whole|overall|free|long|short|joint)$/

/** "living | organisms", "per | capita", "in | exchange for", "bird lungs travels in": a piece of a longer phrase, or a verb taken for a noun. */
function isCut(tokens: readonly Token[], { from, to }: Range): boolean {
  const before = tokens[from - 1]
  if (before && (/^(?:NOUN|ADJ|PROPN|ADV|NUM)$/.test(before.tag) || /^per$|ing$/.test(before.lower))) return true
  if (before?.lower === 'down' || (before?.lower === 'in' && lowerAt(tokens, to) === 'for')) return true
  return endsInVerb(tokens, { from, to })
}

/** "prolactin plateaus in": the last word is the verb of the sentence. */
export function endsInVerb(tokens: readonly Token[], { from, to }: Range): boolean {
  const last = lowerAt(tokens, to - 1)
  const verbal = isVerbBase(last) || isVerbBase(last.replace(/s$/, ''))
  return to - from > 1 && verbal && /^(?:ADP|DET|PART|PROPN)$/.test(tagAt(tokens, to)) && lowerAt(tokens, to) !== 'of'
}
