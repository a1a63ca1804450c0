import { isVerbBase, nounKind, singularOf } from './lexicon'
import type { Tag, Token } from './tokens'

const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'am',
  "'s",
  '’s',
  'isn',
  'aren',
  'wasn',
  'weren',
])
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'these',
  'those',
  'its',
  'their',
  'his',
  'her',
  'our',
  'your',
  'my',
  'some',
  'any',
  'each',
  'every',
  'no',
  'both',
  'all',
  'another',
  'such',
  'most',
  'many',
  'several',
  'few',
  'various',
])
// Adjectives that WordNet knows as nouns first, met after "and" and before a noun.
const ADJECTIVES = new Set(
  'firm novel key major minor light deep general moral public private official common patient human animal equal right individual present past'.split(
    ' ',
  ),
)
const ADJECTIVE_SHAPE = /(?:al|ic|ive|ous|ary|ful|less|able|ible|ant|ent|ed|ing|ese|ish)$/

/** Corrects tags that the neighbours contradict: participles inside noun phrases, nouns tagged as verbs, hyphenated adjectives. */
export function correctTags(tokens: readonly Token[]): Token[] {
  const mended: Token[] = []
  for (const [n, token] of tokens.entries()) {
    const tag = mend(token, mended.at(-1), tokens[n + 1], tokens[n + 2])
    mended.push(tag === token.tag ? token : { ...token, tag })
  }
  const from = SUBORDINATE.test(mended[0]?.lower ?? '') ? mended.findIndex(({ text }) => text === ',') + 1 : 0
  return withVerb(mended, from, mainEnd(mended, from))
}

/** Where the main clause ends: at what subordinates. */
function mainEnd(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ lower }, n) => n > from && SUBORDINATE.test(lower))
  return end < 0 ? tokens.length : end
}
const SUBORDINATE = /^(?:when|because|if|while|although|as|that|which|who|where|so|since|until)$/

/** A clause without any verb has one that was taken for a noun: the first that agrees with the noun before it. */
function withVerb(tokens: Token[], from: number, to: number): Token[] {
  if (tokens.slice(from, to).some(isVerbal)) return tokens
  const at = tokens.findIndex(
    (token, n) => n > from && n < to && token.tag === 'NOUN' && isVerbOf(token, tokens[n - 1]),
  )
  return tokens.map((token, n) =>
    n === at ? { ...token, tag: 'VERB' as const, lemma: singularOf(token.lower) } : token,
  )
}

/** "rocks form", "the floor sinks". */
const isVerbOf = ({ lower }: Token, before: Near): boolean =>
  (before?.tag === 'NOUN' || before?.tag === 'PROPN') &&
  (before.lower.endsWith('s') ? isVerbBase(lower) : lower.endsWith('s') && isVerbBase(singularOf(lower)))

type Near = Token | undefined

function mend(token: Token, before: Near, after: Near, second: Near): Tag {
  const shaped = byShape(token, before, after)
  if (shaped !== null) return shaped
  if (token.tag === 'VERB') return before ? mendVerb(token, before, after) : mendFirst(token, after, second)
  if (token.tag === 'NOUN') return mendNoun(token, before, after, second)
  if (token.tag === 'ADJ') return mendAdjective(token, before, after)
  if (token.lower === 'that' && token.tag === 'DET' && after && isVerbal(after)) return 'PRON'
  return token.tag
}

/** Tags that follow from the spelling alone: numbers, terms in capitals, forms of "be", names. */
function byShape(token: Token, before: Near, after: Near): Tag | null {
  if (isVerbal(token) && BE.has(token.lower)) return 'AUX'
  if (startsSmall(token.text)) return null
  if (/^\p{N}[\p{N},.–-]*$/u.test(token.text)) return 'NUM'
  if (/^\p{Lu}{2,}-\p{Lu}+$/u.test(token.text)) return 'PROPN'
  if (ownsNext(token, before, after)) return 'PART'
  return isCapitalInside(token, before, after) ? 'PROPN' : null
}

/** The first letter of most words shows that they are no number, name or punctuation mark. */
function startsSmall(text: string): boolean {
  const code = text.charCodeAt(0)
  return code >= 0x61 && code <= 0x7a
}

/** "the students’ predictions": an apostrophe after a plural owns what follows. */
const ownsNext = (token: Token, before: Near, after: Near): boolean =>
  /^['’]$/.test(token.text) &&
  before !== undefined &&
  isNominal(before) &&
  before.end === token.start &&
  before.lower.endsWith('s') &&
  isNominal(after)

/** A sentence that states something does not begin with its verb: "Interleaving is …", "Recall falls …", "Blocked practice …". */
function mendFirst(token: Token, after: Near, second: Near): Tag {
  if (/-.*ing$/.test(token.lower)) return 'NOUN'
  if (after?.tag === 'NOUN' && token.lower.endsWith('ed')) return 'ADJ'
  const verb = after?.tag === 'ADV' ? second : after
  return verb && isVerbal(verb) && !verb.lower.endsWith('ing') ? 'NOUN' : 'VERB'
}

/** A capital in the middle of a name: "the Shanghai Cooperation Organization". */
const isCapitalInside = (token: Token, before: Near, after: Near): boolean =>
  /^\p{Lu}\p{Ll}/u.test(token.text) &&
  before !== undefined &&
  /^(?:VERB|NOUN|ADJ)$/.test(token.tag) &&
  /^\p{Lu}/u.test(after?.text ?? '') &&
  (before.tag === 'DET' || /^\p{Lu}/u.test(before.text))

const isVerbal = (token: Token): boolean => token.tag === 'VERB' || token.tag === 'AUX'

/** "a connecting bridge", "highly developed countries": a participle before a noun is an adjective; after an article any verb is a noun. */
function mendVerb(token: Token, before: Token, after: Near): Tag {
  if (/(?:ed|ing|en|wn|ht)$/.test(token.lower) && isNominal(after) && describes(token, before)) return 'ADJ'
  if (/-.*ed$/.test(token.lower)) return 'ADJ'
  // "are conditions": no verb follows "are" with an s.
  if (/-.*ing$/.test(token.lower) || (BE.has(before.lower) && /[^s]s$/.test(token.lower))) return 'NOUN'
  return followsArticle(before) ? verbAfterArticle(token, after) : token.tag
}

const followsArticle = (before: Token): boolean =>
  (before.tag === 'DET' || isPossessive(before)) && before.lower !== 'that'

/** "the harvest"; "the shared, joint effort". */
function verbAfterArticle(token: Token, after: Near): Tag {
  if (nounKind(token.lower) !== null) return 'NOUN'
  return after?.text === ',' && token.lower.endsWith('ed') ? 'ADJ' : token.tag
}

const isNominal = (token: Near): boolean => token?.tag === 'NOUN' || token?.tag === 'PROPN' || token?.tag === 'ADJ'

function describes(token: Token, before: Near): boolean {
  if (before === undefined) return false
  if (before.tag === 'DET' || before.tag === 'ADJ' || before.tag === 'NUM' || isPossessive(before)) return true
  if (/^(?:with|between|among)$/.test(before.lower) && token.lower.endsWith('ing')) return true
  if (before.tag === 'ADV') return !before.lower.endsWith('ly')
  return before.tag === 'ADP' && token.lower.endsWith('ed')
}

const isPossessive = (token: Token): boolean => /^(?:its|their|his|her|our|'s|’s|’|')$/.test(token.lower)

/** "territorial integrity", "multi-confessional people": adjective shapes before a noun; "surround" after a noun may be a verb. */
function mendNoun(token: Token, before: Near, after: Near, second: Near): Tag {
  const nounNext = after?.tag === 'NOUN' || after?.tag === 'PROPN'
  if (before?.tag === 'CCONJ' && token.text.includes('-') && describesByShape(token)) return 'ADJ'
  if (nounNext && (describesByShape(token) || describesAfterAnd(token, before))) return 'ADJ'
  return takesObject(token, before, after, second) ? 'VERB' : 'NOUN'
}

const describesAfterAnd = (token: Token, before: Near): boolean =>
  before?.tag === 'CCONJ' && (ADJECTIVES.has(token.lower) || token.text.includes('-'))

/** "fibers trigger a reflex": a base form between a plural and an object is a verb. */
function takesObject(token: Token, before: Near, after: Near, second: Near): boolean {
  const plural = before?.tag === 'NOUN' && before.lower.endsWith('s')
  const objectNext = after?.tag === 'DET' || (after?.tag === 'ADJ' && second?.tag === 'NOUN')
  return plural && objectNext && token.lemma === token.lower && isVerbBase(token.lower)
}

/** "an immense temple complex": an adjective that closes a phrase is its noun. */
function mendAdjective(token: Token, before: Near, after: Near): Tag {
  if (DETERMINERS.has(token.lower)) return 'DET'
  const follows = before !== undefined && /^(?:NOUN|ADJ|DET)$/.test(before.tag)
  const closes = after === undefined || !/^(?:NOUN|PROPN|ADJ|CCONJ|NUM|PART)$/.test(after.tag)
  return follows && closes && after?.text !== ',' && nounKind(token.lower) !== null ? 'NOUN' : 'ADJ'
}

function describesByShape(token: Token): boolean {
  if (!ADJECTIVE_SHAPE.test(token.lower)) return false
  return token.text.includes('-') || (nounKind(token.lower) === null && !token.lower.endsWith('ing'))
}
