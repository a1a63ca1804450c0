import type { Span } from '../../../document/document'
import { isVerbBase, nounKind } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import type { Sentence } from './sentence'

/** A name where a document first says it, with its type: what can stand beside another name of the type. */
export type Mention = {
  readonly text: string
  readonly answerClass: string
  readonly span: Span
}

const TYPED = new Set(['person', 'country', 'place', 'city', 'river', 'region', 'state', 'organization'])

/** "White", "Bush": a single word of the dictionary is no sure name of a person out of its place. */
const isWord = (name: string, type: string): boolean =>
  type === 'person' && !name.includes(' ') && (nounKind(name.toLowerCase()) !== null || isVerbBase(name.toLowerCase()))

const canStand = (text: string, type: string): boolean => TYPED.has(type) && !isWord(text, type) && !COMPASS.test(text)
const COMPASS = /^(?:North|South|East|West|God|Lord|King|Queen|Pope|Emperor|President)$/

const articleBefore = (tokens: Sentence['tokens'], from: number): string =>
  tokens[from - 1]?.lower === 'the' ? ' the' : ''

// "Pierre Samuel du Pont": cut here it is nobody's name.
const GOES_ON = /^(?:de|di|da|du|von|van|al|ibn|of)$/

/** Adds every typed name not seen before, in the order of the text. `like` tells names with an article from those without. */
export function collectMentions(found: Map<string, Mention>, sentences: readonly Sentence[]): void {
  for (const { tokens, span } of sentences) {
    for (const { from, to, text, type } of namesIn(tokens)) {
      if (found.has(text) || !canStand(text, type) || GOES_ON.test(tokens[to]?.lower ?? '')) continue
      found.set(text, { text, answerClass: `${type}${articleBefore(tokens, from)}`, span })
    }
  }
}
