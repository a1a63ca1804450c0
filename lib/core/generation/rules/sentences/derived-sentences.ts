import type { Clause } from '../../../language/english/clause'
import { isPlural } from '../../../language/english/lexicon'
import { nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt } from '../../../language/english/tokens'
import { verbGroupAt } from '../../../language/english/verbs'
import { capital, textOf } from '../../../language/english/word-case'
import type { Passage } from '../../../language/text-without-marks'
import type { Sentence } from './sentence'

/** Further sentences that a sentence states. Each keeps the offsets of its words, so that spans still point into the document. */
export const deriveSentences = (sentence: Sentence, clause: Clause): Sentence[] => [
  ...ofThat(sentence, clause),
  ...ofSecondPredicate(sentence, clause),
]

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

const FACTIVE = /^(?:confirm|prove|show|demonstrate|reveal|establish|discover|note|explain|know|recognize|realize)$/

/** "This confirmed that P": P, where the verb vouches for it. */
function ofThat(sentence: Sentence, { group }: Clause): Sentence[] {
  const isVouched = FACTIVE.test(group.base ?? '') && !group.negative && lowerAt(sentence.tokens, group.to) === 'that'
  return isVouched ? [composeSentence(sentence, [{ from: group.to + 1, to: endOf(sentence, group.to + 1) }])] : []
}

/** ", and protected …": the second predicate said of the same subject. */
function ofSecondPredicate(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const at = lowerAt(tokens, clause.rest.to) === ',' ? clause.rest.to : clause.rest.to - 1
  const verb = lowerAt(tokens, at + 1) === 'and' ? verbGroupAt(tokens, at + 2) : null
  if (!verb || verb.tense !== clause.group.tense || verb.negative) return []
  if (clashes(sentence, clause, verb.auxiliary ?? verb.main.lower)) return []
  const lead: Piece[] = clause.lead ? [clause.lead, ', '] : []
  return [composeSentence(sentence, [...lead, clause.subject, ' ', { from: at + 2, to: endOf(sentence, at + 2) }])]
}

/** "Pollination occurs where they ripen together, and are …": the second verb is another subject's. */
function clashes({ tokens }: Sentence, { subject }: Clause, finite: string): boolean {
  const plural = isPlural(lowerAt(tokens, nounPhraseEnd(tokens, subject.from) - 1))
  const joined = tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'and')
  return /^(?:is|was|has)$/.test(finite) ? plural || joined : /^(?:are|were|have)$/.test(finite) && !plural && !joined
}

/** To the next mark, a comma included. */
function endOf({ tokens }: Sentence, from: number): number {
  const end = tokens.findIndex(({ text }, n) => n >= from && /^[.;:!?—–]$/.test(text))
  return end < 0 ? tokens.length : end
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
