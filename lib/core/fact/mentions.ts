import type { Span } from '../document/document'
import { isVerbBase, nounKind } from '../language/english/lexicon'
import { namesIn } from '../language/english/names'
import type { Sentence } from './sentence'

/** A name where a document first says it, with its type: what can stand beside another name of the type. */
export type Mention = {
  readonly text: string
  readonly like: string
  readonly span: Span
  readonly sentence: string
}

const TYPED = new Set(['person', 'country', 'place', 'city', 'river', 'region', 'state', 'organization'])

/** "White", "Bush": a single word of the dictionary is no sure name of a person out of its place. */
const isWord = (name: string, type: string): boolean =>
  type === 'person' && !name.includes(' ') && (nounKind(name.toLowerCase()) !== null || isVerbBase(name.toLowerCase()))

/** Adds every typed name not seen before, in the order of the text. `like` tells names with an article from those without. */
export function collectMentions(found: Map<string, Mention>, sentences: readonly Sentence[]): void {
  for (const { tokens, raw, span } of sentences) {
    for (const { from, text, type } of namesIn(tokens)) {
      if (found.has(text) || !TYPED.has(type) || isWord(text, type)) continue
      const article = tokens[from - 1]?.lower === 'the' ? ' the' : ''
      found.set(text, { text, like: `${type}${article}`, span, sentence: raw })
    }
  }
}
