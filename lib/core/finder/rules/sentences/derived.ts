import type { Range } from '../../../language/english/phrases'
import { capital, textOf } from '../../../language/english/surface'
import { tagSentence } from '../../../language/english/tagger'
import type { Passage } from '../../../language/passage'
import type { Sentence } from './sentence'

/** Words of the sentence, or what is put in between. */
export type Piece = Range | string

/** A sentence made of pieces of another, with a capital and a full stop of its own. */
export function derived(sentence: Sentence, pieces: readonly Piece[]): Sentence[] {
  const passage = compose(sentence, pieces)
  const text = capital(passage.text)
  return [{ ...sentence, text, tokens: tagSentence(text), passage: { text, at: passage.at } }]
}

/** Words keep their own offsets; what is put in between stands where the word before it ended. */
function compose({ passage, text, tokens }: Sentence, pieces: readonly Piece[]): Passage {
  let out = ''
  const at: number[] = []
  for (const piece of [...pieces, '.']) {
    if (typeof piece === 'string') {
      out += piece
      at.push(...Array.from(piece, () => at.at(-1) ?? passage.at[0] ?? 0))
    } else {
      const words = textOf(text, tokens, piece)
      const start = tokens[piece.from]?.start ?? 0
      out += words
      at.push(...passage.at.slice(start, start + words.length))
    }
  }
  return { text: out, at: [...at, (at.at(-1) ?? 0) + 1] }
}
