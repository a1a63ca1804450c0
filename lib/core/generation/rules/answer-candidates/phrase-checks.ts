import { isPlural, isVerbBase, nounKind, rankOf } from '../../../language/english/lexicon'
import type { NameType } from '../../../language/english/names'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import type { Sentence } from '../sentences/sentence'

/** A phrase of a sentence that could be left out, with how well it asks. */
export type GapCandidate = Range & {
  readonly score: number
  readonly kind: 'name' | 'number' | 'date' | 'term'
  readonly exact?: boolean
  /** What kind of thing a name names, by its place in the sentence. */
  readonly type?: NameType
}

/** "HIV/AIDS", "3000 RPM": half of a pair or a unit. */
export function touchesSlash({ text, tokens }: Sentence, { from, to }: Range): boolean {
  const before = text.slice(0, tokens[from]?.start ?? 0)
  const after = text.slice(tokens[to - 1]?.end ?? 0)
  return /[/\d]\s?$|[^\s“"‘'(—–]$|\p{L}–$/u.test(before) || /^(?:[/‐‑–-]|[‘’'](?!s\b)\p{L})/u.test(after)
}

/** Not "when lava", "fifth ganglia" of "second to fifth ganglia", "the 1970s" of "the 1970s and 1980s". */
export function isWholePhrase(tokens: readonly Token[], range: Range): boolean {
  const { from, to } = range
  const first = lowerAt(tokens, from)
  if (
    tagAt(tokens, from) === 'SCONJ' ||
    /^(?:when|where|while|both|either|that|dozens?|couple|half|lot|variety|number|thus|thereby|hence)$/.test(first)
  )
    return false
  if (
    /^centur(?:y|ies)$/.test(lowerAt(tokens, to - 1)) &&
    tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => lower === 'to')
  )
    return false
  if (/(?:th|nd|rd|st)$/.test(first) && /^(?:to|and|or)$/.test(lowerAt(tokens, from - 1))) return false
  const joined = /^(?:and|or|to)$/.test(lowerAt(tokens, to)) && /^\d/.test(lowerAt(tokens, to + 1))
  return !(joined && /\d/.test(lowerAt(tokens, to - 1))) && endsWhole(tokens, range)
}

/** Not "low temperatures necessary", "present-day | jawless fishes", "large-scale, | distributed network", "corridor encompassing". */
function endsWhole(tokens: readonly Token[], { from, to }: Range): boolean {
  const last = lowerAt(tokens, to - 1)
  if (/^(?:necessary|possible|separate|close|worse|better|off|alone|called|able)$/.test(last)) return false
  if (last.includes('-') && (/^(?:NOUN|ADJ)$/.test(tagAt(tokens, to)) || lowerAt(tokens, to) === ',')) return false
  return !(to - from > 1 && last.endsWith('ing') && /^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(tagAt(tokens, to)))
}

/** "by leaching potash": a verb and its object. */
const isAct = (tokens: readonly Token[], from: number): boolean =>
  lowerAt(tokens, from).endsWith('ing') && !/^(?:DET|ADJ)$/.test(tagAt(tokens, from - 1))

/** "mixtures such as _____": another example would do. */
const isExample = (tokens: readonly Token[], from: number): boolean =>
  /^(?:as|like|including|e\.g\.)$/.test(lowerAt(tokens, from - 1)) &&
  (lowerAt(tokens, from - 2) === 'such' || lowerAt(tokens, from - 1) !== 'as')

/** "microbiologists", "participants": who else would it be? */
const isPeople = (word: string): boolean => isPlural(word) && nounKind(word) === 'person'

/** "the center | of mass": half of a longer term; "further innovations": what came before is left out. */
export const isPart = (tokens: readonly Token[], { from, to }: Range): boolean =>
  isAct(tokens, from) ||
  isExample(tokens, from) ||
  isPeople(lowerAt(tokens, to - 1)) ||
  lowerAt(tokens, to) === 'of' ||
  /^(?:further|additional|other|new|more|such|similar|various|different|certain)$/.test(lowerAt(tokens, from))

/** "four examples of _____": the class could be said in other words. */
export const isCategory = (tokens: readonly Token[], { from }: Range): boolean =>
  lowerAt(tokens, from - 1) === 'of' &&
  /^(?:examples?|types?|kinds?|forms?|numbers?|groups?|sets?|lack|uses?|subjects?|majority|amounts?|variety|range|series)$/.test(
    lowerAt(tokens, from - 2),
  )

export const LONGEST_TERM = 4
export const VAGUE_NOUN =
  /^(?:addition|contrast|order|general|particular|structures?|systems?|levels?|objects?|devices?|materials?|products?|items?|process(?:es)?|increase|decrease|change|changes|period|time|times|people|person|individuals?|part|parts|number|others?|way|ways|methods?|groups?|members?|areas?|use|uses|thing|things|substances?|forms?|effects?|results?|causes?|reasons?|factors?|patterns?|rates?|activity|body|release|water|food|building|air|surface|environment)$/
/** The score of what is asked only by its letters. */
export const WIDE_SCORE = 0.5
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

/** One member of a list: the other members would fit as well. */
export const isListMember = (tokens: readonly Token[], range: Range): boolean =>
  isMember(tokens, range) ||
  (tokens[range.from - 1]?.tag === 'DET' && isMember(tokens, { from: range.from - 1, to: range.to }))

const isMember = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.tag === 'DET' && tokens[from - 2]?.tag === 'CCONJ') ||
  tokens[to]?.tag === 'CCONJ' ||
  (tokens[from - 1]?.text === ',' && tokens.slice(from, to).some(({ lower }) => lower === 'and')) ||
  (tokens[from - 1]?.text === ',' && tokens[to]?.text === ',') ||
  opensList(tokens, to) ||
  (tokens[from - 1]?.tag === 'DET' &&
    tokens[from - 2]?.text === ',' &&
    tokens.slice(from, to).some(({ lower }) => lower === 'and'))

/** "A, B and C": A; not "A, which …" or "A, a town". */
function opensList(tokens: readonly Token[], to: number): boolean {
  if (tokens[to]?.text !== ',' || /^(?:DET|PRON|ADP|ADV|VERB|AUX|SCONJ)$/.test(tokens[to + 1]?.tag ?? '')) return false
  const end = nounPhraseEnd(tokens, to + 1)
  const next = tokens[end]
  return end > to + 1 && (next?.text === ',' || next?.tag === 'CCONJ')
}

const COMMON = 3500

/** How many words outside a range tell one statement from others: names, figures, and words that are not everybody's. */
export const countAnchors = (tokens: readonly Token[], left: Range): number =>
  tokens.filter((token, at) => (at < left.from || at >= left.to) && isAnchor(token)).length

const isAnchor = ({ tag, lower }: Token): boolean =>
  tag === 'PROPN' || tag === 'NUM' || (/^(?:NOUN|ADJ|VERB)$/.test(tag) && rankOf(lower) > COMMON)
