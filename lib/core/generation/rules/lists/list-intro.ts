import { isPlural, singularOf } from '../../../language/english/lexicon'
import { numberValue } from '../../../language/english/numbers'
import { nounPhraseEnd } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt } from '../../../language/english/tokens'
import type { ReaderContext } from '../sentences/document-context'
import { unresolvedReference } from '../sentences/unresolved-reference'
import { isOpenIntro, readClauseIntro } from './list-intro-clause'
import type { ListLabel } from './list-members'

// The time of the whole text means nothing in a question alone.
const ITS_OWN_PERIOD =
  /\s+(?:during|in|of|for|over)\s+(?:(?:this|that)\s+(?:period|time|era)|the\s+period\s+(?:described|under \p{L}+|in question))\b/iu

const SECOND_PERSON = /\b(?:you|your|we|our|my|section|chapter|lesson|unit|module)\b/i
const FIRST_PERSON = /\b(?:I|us)\b/
const VERB =
  /^(.+?)\s+(is|are|was|were|include|includes|included)(?:\s+(?:structured|as follows|the following|listed|given|shown|below))*\s*:$/i

/** Reads "The tasks of X were:", "Tasks of X:" or "X had three tasks:"; null when it does not name what its members are. */
export function readIntro(text: string, members: number, context: ReaderContext): ListLabel | null {
  const from = lastSentence(text)
  const intro = text.slice(from).trim().replace(ITS_OWN_PERIOD, '')
  if (!intro.endsWith(':') || SECOND_PERSON.test(intro) || FIRST_PERSON.test(intro)) return null
  return readClauseIntro(intro, from, members, context) ?? readPhraseIntro(intro, from, context)
}

/** "rating" of "ratings", "strength of a memory" of "strengths of a memory": what one member is called. */
export function singularLabel(bare: string): string | null {
  const tokens = tagSentence(bare)
  const end = nounPhraseEnd(tokens, 0)
  const head = tokens[end - 1]
  if (!head || !isPlural(head.lower)) return null
  const next = lowerAt(tokens, end)
  const tail = next === 'of' ? bare.slice(head.end) : ''
  return `${bare.slice(0, head.start)}${singularOf(head.lower)}${tail}`
}

function readPhraseIntro(intro: string, from: number, context: ReaderContext): ListLabel | null {
  const withVerb = VERB.exec(intro)
  const phrase = (withVerb?.[1] ?? intro.slice(0, -1)).trim()
  const verb = withVerb?.[2]?.toLowerCase() ?? 'are'
  const bare = bareLabel(phrase)
  if (bare === null || /\b(?:is|are|was|were|has|have|had|can|will|may)\b/.test(bare)) return null
  const past = /^(?:was|were|included)$/.test(verb)
  const owned = /^(?:its|their|his|her)\b/i.test(bare)
  const definite = owned ? bare : `the ${bare}`
  return {
    definite,
    bare,
    bePlural: past ? 'were' : 'are',
    beSingular: past ? 'was' : 'is',
    open: isOpenIntro(intro),
    isCertain: !owned && standsAlone(definite, context),
    from,
    count: numberValue(bare.split(' ')[0] ?? ''),
    question: null,
    howMany: null,
    statement: null,
  }
}

function standsAlone(definite: string, context: ReaderContext): boolean {
  if (/\b(?:these|this|such|it|they|its|their|his|her)\b/i.test(definite)) return false
  const tokens = tagSentence(`${definite}.`)
  return unresolvedReference(tokens, { from: 0, to: tokens.length }, context) === null
}

const lastSentence = (text: string): number => {
  const cut = /^[\s\S]*[.!?]\s+(?=\p{Lu})/u.exec(text)
  return cut?.[0].length ?? 0
}

/** The label without its article, in lower case where it is not a name; null unless a plural noun heads it. */
function bareLabel(phrase: string): string | null {
  const tokens = tagSentence(phrase)
  if (tokens[0] && /^(?:in|on|at|by|to|when|if|for|there|as)$/.test(tokens[0].lower)) return null
  const verb = tokens.findIndex(({ tag }) => tag === 'VERB' || tag === 'AUX')
  const relative = tokens.findIndex(({ lower }) =>
    /^(?:that|which|who|of|for|in|during|to|on|by|with|from)$/.test(lower),
  )
  if (verb >= 0 && (relative < 0 || verb < relative)) return null
  const head = tokens[(relative < 0 ? tokens.length : relative) - 1]
  if (!head || !isPlural(head.lower)) return null
  const bare = phrase.replace(/^(?:the|some|some of the)\s+/i, '')
  const first = tokens.find(({ text }) => bare.startsWith(text))
  return first && first.tag === 'PROPN' && isName(first.text, tokens)
    ? bare
    : bare.charAt(0).toLowerCase() + bare.slice(1)
}

/** A capital at the start decides nothing; a name has a capital elsewhere too, or is not a common word. */
const isName = (word: string, tokens: readonly { text: string }[]): boolean =>
  tokens.slice(1).some(({ text }) => text === word) || /^\p{Lu}{2,}$/u.test(word)
