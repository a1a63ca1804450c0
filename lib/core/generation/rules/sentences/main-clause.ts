import type { Clause } from '../../../language/english/clause'
import type { Range } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt } from '../../../language/english/tokens'
import { capital, textOf } from '../../../language/english/word-case'
import type { Passage } from '../../../language/text-without-marks'
import type { Sentence } from './sentence'

/** The main clause alone, without what is said aside, where the whole sentence is too long to ask. */
export function mainClause(sentence: Sentence, clause: Clause): Sentence {
  const lead: Piece[] = clause.lead ? [clause.lead, ', '] : []
  const { subject, group, rest } = clause
  const aside = lowerAt(sentence.tokens, subject.to) === ','
  const main: Piece[] = aside
    ? [subject, ' ', { from: group.from, to: rest.to }]
    : [{ from: subject.from, to: rest.to }]
  return composeSentence(sentence, [...lead, ...main])
}

/** Words of the sentence, or what is put in between. */
type Piece = Range | string

/** A sentence made of pieces of another, with a capital and a full stop of its own. */
function composeSentence(sentence: Sentence, pieces: readonly Piece[]): Sentence {
  const passage = compose(sentence, pieces)
  const text = capital(passage.text)
  return { ...sentence, text, tokens: tagSentence(text), passage: { text, at: passage.at } }
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
