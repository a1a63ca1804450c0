import { isVerbBase, nameKind, nounKind } from './lexicon'
import { isTitle } from './names'
import type { Range } from './phrases'
import type { Token } from './tokens'

/** How words are written in one document: which are seen in lower case, which only as names. */
export type WordCase = { readonly lower: ReadonlySet<string>; readonly capital: ReadonlySet<string> }

/** Reads which words a document writes in lower case and which with a capital inside a sentence. Linear. */
export function readWordCase(text: string): WordCase {
  return {
    lower: new Set(text.match(/\b\p{Ll}[\p{L}’'-]+/gu)),
    capital: new Set(text.match(/\p{Lu}(?<=[\p{Ll},;] \p{Lu})[\p{L}’'-]+/gu)),
  }
}

/** The words of a range as they stand. */
export function textOf(text: string, tokens: readonly Token[], range: Range): string {
  const first = tokens[range.from]
  const last = tokens[range.to - 1]
  return first && last && range.to > range.from ? text.slice(first.start, last.end) : ''
}

/** A phrase as it stands inside a sentence: the capital that only began its sentence is lowered. */
export function inner(text: string, tokens: readonly Token[], range: Range, words: WordCase): string {
  const phrase = textOf(text, tokens, range)
  const first = tokens[range.from]
  return first && range.from === 0 && !isNameWord(first, tokens[1], words)
    ? phrase.charAt(0).toLowerCase() + phrase.slice(1)
    : phrase
}

const FUNCTION = new Set(['DET', 'ADP', 'PRON', 'ADV', 'CCONJ', 'SCONJ', 'NUM', 'AUX', 'VERB', 'PART'])

/** True when the first word of a sentence is a name: its capital is its own. */
export function isNameWord(first: Token, second: Token | undefined, words: WordCase): boolean {
  if (/^\p{Lu}[\p{Lu}\p{N}-]/u.test(first.text) || isTitled(first, second)) return true
  if (!/^\p{Lu}/u.test(first.text) || FUNCTION.has(first.tag)) return false
  if (words.lower.has(first.lower) || words.lower.has(first.text.charAt(0).toLowerCase() + first.text.slice(1)))
    return isName(second) && words.capital.has(first.text)
  if (words.capital.has(first.text)) return true
  return first.tag === 'PROPN' && !isOrdinary(first, second)
}

/** "President Nasser" */
const isTitled = (first: Token, second: Token | undefined): boolean => isTitle(first.text) && second?.tag === 'PROPN'

/** A word of the dictionary, or one shaped as an adjective before something else than a name, as "Gottfried" is shaped too. */
function isOrdinary({ text, lower }: Token, second: Token | undefined): boolean {
  if (nameKind(text) !== null) return false
  const isAdjective = /(?:al|ic|ive|ous|ary|ed|ant|ent|ing|ly|er|est)$/.test(lower)
  return nounKind(lower) !== null || isVerbBase(lower) || (isAdjective && !isName(second))
}

const isName = (token: Token | undefined): boolean => token?.tag === 'PROPN' && /^\p{Lu}/u.test(token.text)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
