import { isPlural, isVerbBase, nounKind, singularOf } from './lexicon'
import type { Tag, Token } from './tokens'

type Near = Token | undefined
/** The tag that a token should have after `before`, and before `after` and `second`; null where nothing speaks against its own. */
type Correction = (token: Token, before: Near, after: Near, second: Near) => Tag | null

const BE = /^(?:is|are|was|were|be|been|being|am|['’]s|isn|aren|wasn|weren)$/
const DETERMINER =
  /^(?:the|an?|this|that|these|those|its|their|his|her|our|your|my|some|any|each|every|no|both|all|another|such|most|many|several|few|various)$/
const ADJECTIVE_SHAPE = /(?:al|ic|ive|ous|ary|ful|less|able|ible|ant|ent|ed|ing|ese|ish)$/

const isVerbal = (token: Near): boolean => token?.tag === 'VERB' || token?.tag === 'AUX'
const isNoun = (token: Near): boolean => token?.tag === 'NOUN' || token?.tag === 'PROPN'
const isNominal = (token: Near): boolean => isNoun(token) || token?.tag === 'ADJ'
const isPossessive = (token: Near): boolean => /^(?:its|their|his|her|our|['’]s?)$/.test(token?.lower ?? '')
const isFiniteVerb = (token: Near): boolean =>
  token?.tag === 'AUX' || (token?.tag === 'VERB' && /[^s]s$/.test(token.lower))
const opensPhrase = (token: Near): boolean => (token?.tag === 'DET' && token.lower !== 'that') || isPossessive(token)

/** In this order; the first that applies decides. */
const CORRECTIONS: readonly Correction[] = [
  // Forms of "be".
  (token) => (isVerbal(token) && BE.test(token.lower) ? 'AUX' : null),
  // Figures.
  ({ text }) => (/^\p{N}[\p{N},.–-]*$/u.test(text) ? 'NUM' : null),
  // "the students’ predictions": an apostrophe after a plural owns what follows.
  ({ text, start }, before, after) =>
    /^['’]$/.test(text) && isNoun(before) && before?.end === start && before.lower.endsWith('s') && isNominal(after)
      ? 'PART'
      : null,
  // "the Shanghai Cooperation Organization": a capital inside a name.
  ({ text, tag }, before, after) =>
    /^\p{Lu}\p{Ll}/u.test(text) &&
    /^(?:VERB|NOUN|ADJ)$/.test(tag) &&
    (before?.tag === 'DET' || /^\p{Lu}/u.test(before?.text ?? '')) &&
    /^\p{Lu}/u.test(after?.text ?? '')
      ? 'PROPN'
      : null,
  // "multi-layered", "problem-solving": participles joined by a hyphen.
  ({ tag, lower }) => (tag === 'VERB' && /-.*(?:ed|ing)$/.test(lower) ? (lower.endsWith('ed') ? 'ADJ' : 'NOUN') : null),
  // "Interleaving is …", "Blocked practice …": a sentence that states something does not begin with its verb.
  ({ tag, lower }, before, after, second) => {
    if (tag !== 'VERB' || before !== undefined) return null
    if (after?.tag === 'NOUN' && lower.endsWith('ed')) return 'ADJ'
    const verb = after?.tag === 'ADV' ? second : after
    return isVerbal(verb) && !verb?.lower.endsWith('ing') ? 'NOUN' : null
  },
  // "a connecting bridge", "highly developed countries": a participle before a noun.
  ({ tag, lower }, before, after) =>
    tag === 'VERB' && /(?:ed|ing|en|wn|ht)$/.test(lower) && isNominal(after) && isBeforeParticiple(before, lower)
      ? 'ADJ'
      : null,
  // "are conditions": no verb follows "are" with an s.
  ({ tag, lower }, before) => (tag === 'VERB' && BE.test(before?.lower ?? '') && /[^s]s$/.test(lower) ? 'NOUN' : null),
  // "the harvest", "a bank run occurs": after an article or before a finite verb any verb that could be a noun is one.
  ({ tag, lower }, before, after) =>
    tag === 'VERB' && nounKind(lower) !== null && (opensPhrase(before) || (isNoun(before) && isFiniteVerb(after)))
      ? 'NOUN'
      : null,
  // "territorial integrity": a noun shaped as an adjective before a noun.
  ({ tag, lower }, _, after) =>
    tag === 'NOUN' && isNoun(after) && ADJECTIVE_SHAPE.test(lower) && (lower.includes('-') || isNoDictionaryNoun(lower))
      ? 'ADJ'
      : null,
  // "fibers trigger a reflex": a base form between a plural and an object.
  ({ tag, lower, lemma }, before, after, second) =>
    tag === 'NOUN' &&
    before?.tag === 'NOUN' &&
    before.lower.endsWith('s') &&
    (after?.tag === 'DET' || (after?.tag === 'ADJ' && second?.tag === 'NOUN')) &&
    lemma === lower &&
    isVerbBase(lower)
      ? 'VERB'
      : null,
  // "many", "several".
  ({ tag, lower }) => (tag === 'ADJ' && DETERMINER.test(lower) ? 'DET' : null),
  // "an immense temple complex": an adjective that closes a phrase is its noun.
  ({ tag, lower }, before, after) =>
    tag === 'ADJ' &&
    /^(?:NOUN|ADJ|DET)$/.test(before?.tag ?? '') &&
    !/^(?:NOUN|PROPN|ADJ|CCONJ|NUM|PART)$/.test(after?.tag ?? '') &&
    after?.text !== ',' &&
    nounKind(lower) !== null
      ? 'NOUN'
      : null,
  // "that" before a verb.
  ({ tag, lower }, _, after) => (tag === 'DET' && lower === 'that' && isVerbal(after) ? 'PRON' : null),
]

/** What a participle describes a noun after: an article, an adjective, "highly", "with". */
const isBeforeParticiple = (before: Near, participle: string): boolean =>
  before !== undefined &&
  (/^(?:DET|ADJ|NUM)$/.test(before.tag) ||
    isPossessive(before) ||
    (/^(?:with|between|among)$/.test(before.lower) && participle.endsWith('ing')) ||
    (before.tag === 'ADV' && !before.lower.endsWith('ly')) ||
    (before.tag === 'ADP' && participle.endsWith('ed')))

const isNoDictionaryNoun = (word: string): boolean => nounKind(word) === null && !word.endsWith('ing')

/** Corrects tags that the neighbours contradict. */
export function correctTags(tokens: readonly Token[]): Token[] {
  const mended: Token[] = []
  for (const [n, token] of tokens.entries()) {
    const tag = tagOf(token, mended.at(-1), tokens[n + 1], tokens[n + 2])
    mended.push(tag === token.tag ? token : { ...token, tag })
  }
  return withVerb(mended)
}

function tagOf(token: Token, before: Near, after: Near, second: Near): Tag {
  for (const correct of CORRECTIONS) {
    const tag = correct(token, before, after, second)
    if (tag !== null) return tag
  }
  return token.tag
}

const SUBORDINATE = /^(?:when|because|if|while|although|as|that|which|who|where|so|since|until)$/

/** A main clause without any verb has one that was taken for a noun: the last that agrees with the noun before it. */
function withVerb(tokens: Token[]): Token[] {
  const from = SUBORDINATE.test(tokens[0]?.lower ?? '') ? tokens.findIndex(({ text }) => text === ',') + 1 : 0
  const end = tokens.findIndex(({ lower }, n) => n > from && SUBORDINATE.test(lower))
  const to = end < 0 ? tokens.length : end
  if (tokens.slice(from, to).some(isVerbal)) return tokens
  const find = (fits: (token: Token, before: Near) => boolean) =>
    tokens.findLastIndex(
      (token, n) => n > from && n < to && token.tag === 'NOUN' && isNoun(tokens[n - 1]) && fits(token, tokens[n - 1]),
    )
  const sure = find(agrees)
  const at = sure < 0 ? find(couldBeVerb) : sure
  return tokens.map((token, n) =>
    n === at ? { ...token, tag: 'VERB' as const, lemma: singularOf(token.lower) } : token,
  )
}

/** "rocks form", "the floor sinks". */
const agrees = (token: Token, before: Near): boolean =>
  couldBeVerb(token) && isPlural(before?.lower ?? '') === isVerbBase(token.lower)

const couldBeVerb = ({ lower }: Token): boolean =>
  isVerbBase(lower) || (lower.endsWith('s') && isVerbBase(singularOf(lower)))
