import type { Clause } from '../../../language/english/clause'
import { clauseEnd } from '../../../language/english/clause-end'
import { isPlural } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt } from '../../../language/english/tokens'
import { verbGroupAt } from '../../../language/english/verbs'
import { capital, textOf } from '../../../language/english/word-case'
import type { Passage } from '../../../language/text-without-marks'
import type { Sentence } from './sentence'

/**
 * Further sentences that a sentence states: ", whose N verbs" of its antecedent, ", and verbs …" of its subject,
 * "Being a Y, S …" of its subject. Each keeps the offsets of its words, so that spans still point into the document.
 */
export function deriveSentences(sentence: Sentence, clause: Clause): Sentence[] {
  return [
    ...ofThat(sentence, clause),
    ...ofRelative(sentence, clause),
    ...ofSecondPredicate(sentence, clause),
    ...ofPrepositional(sentence, clause),
    ...ofRole(sentence, clause),
    ...ofAbility(sentence, clause),
    ...ofBeing(sentence, clause),
  ]
}

/** The main clause alone, without what is said aside, where the whole sentence is too long to ask. */
export function mainClause(sentence: Sentence, clause: Clause): Sentence {
  const lead: Piece[] = clause.lead ? [clause.lead, ', '] : []
  const { subject, group, rest } = clause
  const aside = lowerAt(sentence.tokens, subject.to) === ','
  const main: Piece[] = aside
    ? [subject, ' ', { from: group.from, to: rest.to }]
    : [{ from: subject.from, to: rest.to }]
  return composeSentence(sentence, [...lead, ...main])[0] ?? sentence
}

const FACTIVE = /^(?:confirm|prove|show|demonstrate|reveal|establish|discover|note|explain|know|recognize|realize)$/

/** "This confirmed that P": P, where the verb vouches for it. */
function ofThat(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const { group } = clause
  if (group.base === null || !FACTIVE.test(group.base) || group.negative || tokens[group.to]?.lower !== 'that')
    return []
  return composeSentence(sentence, [{ from: group.to + 1, to: relativeEnd(sentence, group.to + 1) }])
}

function ofRelative(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const comma = tokens.findIndex(
    ({ text }, n) =>
      n >= clause.rest.to - 1 && text === ',' && /^(?:whose|who|which)$/.test(tokens[n + 1]?.lower ?? ''),
  )
  const word = tokens[comma + 1]?.lower
  if (comma < 0 || word === undefined) return []
  const end = relativeEnd(sentence, comma + 2)
  if (word === 'whose')
    return clause.rest.to === comma
      ? composeSentence(sentence, [clause.subject, "'s ", { from: comma + 2, to: end }])
      : []
  const antecedent = phraseBefore(sentence, comma)
  const verb = verbGroupAt(tokens, comma + 2)
  if (!antecedent || !verb || !agrees(sentence, antecedent, verb.main.lower, verb.auxiliary, verb.base)) return []
  return composeSentence(sentence, [antecedent, ' ', { from: comma + 2, to: end }])
}

/** A relative clause without commas inside, to the end of the sentence. */
function relativeEnd({ tokens }: Sentence, from: number): number {
  const end = tokens.findIndex(({ text }, n) => n >= from && /^(?:[.;:!?—–])$/.test(text))
  return end < 0 ? tokens.length : end
}

/** The noun phrase that ends right before the comma, from its first determiner, name or adjective. */
function phraseBefore({ tokens }: Sentence, comma: number): Range | null {
  for (let from = Math.max(0, comma - 8); from < comma; from++) {
    const starts = nounPhraseEnd(tokens, from) === comma
    const whole = !/^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(tokens[from - 1]?.tag ?? '')
    if (starts && whole)
      return /^(?:ADP|PART|PUNCT|CCONJ)$/.test(tokens[from - 1]?.tag ?? '') ? null : { from, to: comma }
  }
  return null
}

function agrees(
  { tokens }: Sentence,
  phrase: Range,
  main: string,
  auxiliary: string | null,
  base: string | null,
): boolean {
  const plural = isPlural(tokens[phrase.to - 1]?.lower ?? '')
  const finite = auxiliary ?? main
  if (/^(?:is|was|has|does)$/.test(finite)) return !plural
  if (/^(?:are|were|have|do)$/.test(finite)) return plural
  return auxiliary !== null || main === base ? plural : main.endsWith('s') ? !plural : false
}

/** ", and protected …": the second predicate said of the same subject. */
function ofSecondPredicate(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const at = tokens[clause.rest.to]?.text === ',' ? clause.rest.to : clause.rest.to - 1
  if (tokens[at + 1]?.lower !== 'and') return []
  const verb = verbGroupAt(tokens, at + 2)
  if (
    !verb ||
    verb.tense !== clause.group.tense ||
    verb.negative ||
    clashes(sentence, clause, verb.auxiliary ?? verb.main.lower)
  )
    return []
  const lead: Piece[] = clause.lead ? [clause.lead, ', '] : []
  return composeSentence(sentence, [...lead, clause.subject, ' ', { from: at + 2, to: relativeEnd(sentence, at + 2) }])
}

/** "Pollination occurs where they ripen together, and are …": the second verb is another subject's. */
function clashes({ tokens }: Sentence, { subject }: Clause, finite: string): boolean {
  const plural = isPlural(tokens[nounPhraseEnd(tokens, subject.from) - 1]?.lower ?? '')
  const joined = tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'and')
  return /^(?:is|was|has)$/.test(finite) ? plural || joined : /^(?:are|were|have)$/.test(finite) && !plural && !joined
}

/** "X, for the sake of which S verb …": S verb … for the sake of X. A pronoun there means the subject. */
function ofPrepositional(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const comma = clause.rest.to
  const which = tokens.findIndex(({ lower }, n) => n > comma && n < comma + 6 && lower === 'which')
  if (tokens[comma]?.text !== ',' || tokens[comma + 1]?.tag !== 'ADP' || which < 0) return []
  // "…, of which half is covered": a part, not a relation.
  if (tokens[comma + 1]?.lower === 'of') return []
  const antecedent = phraseBefore(sentence, comma)
  const subject = { from: which + 1, to: fullPhraseEnd(tokens, which + 1, () => true) }
  const pronoun = /^(?:it|they)$/.test(tokens[which + 1]?.lower ?? '')
  const verb = verbGroupAt(tokens, pronoun ? which + 2 : subject.to)
  if (!antecedent || !verb || (!pronoun && subject.to === subject.from)) return []
  const said = pronoun ? clause.subject : subject
  const end = clauseEnd(tokens, verb.to)
  if (end < 0) return []
  return composeSentence(sentence, [
    said,
    ' ',
    { from: verb.from, to: end },
    ' ',
    { from: comma + 1, to: which },
    ' ',
    antecedent,
  ])
}

/** "The main partner is the N as a body that …": N is that. */
function ofRole(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const { rest, group } = clause
  const as = tokens.findIndex(({ lower }, n) => n > rest.from && n < rest.to && lower === 'as')
  if (group.kind !== 'copula' || as < 0 || !/^an?$/.test(tokens[as + 1]?.lower ?? '')) return []
  const name = namesIn(tokens.slice(0, as)).at(-1)
  const tells = tokens.slice(as, rest.to).some(({ lower }) => /^(?:that|who|which)$/.test(lower))
  if (!tells || name?.to !== as) return []
  const from = tokens[name.from - 1]?.lower === 'the' ? name.from - 1 : name.from
  return composeSentence(sentence, [{ from, to: as }, ' is ', { from: as + 1, to: rest.to }])
}

/** "S did this, unable to do that": S was unable to. */
function ofAbility(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  const { rest, group, subject } = clause
  if (tokens[rest.to]?.text !== ',' || !/^(?:un)?able$/.test(tokens[rest.to + 1]?.lower ?? '')) return []
  if (group.tense === 'modal') return []
  return composeSentence(sentence, [
    subject,
    ` ${beFor(sentence, clause)} `,
    { from: rest.to + 1, to: relativeEnd(sentence, rest.to + 1) },
  ])
}

/** The form of "be" that a clause's subject and tense want. */
function beFor({ tokens }: Sentence, { subject, group }: Clause): string {
  const plural = isPlural(tokens[nounPhraseEnd(tokens, subject.from) - 1]?.lower ?? '')
  if (group.tense === 'past') return plural ? 'were' : 'was'
  return plural ? 'are' : 'is'
}

/** "Being an organic continuation of X, S reflected …": S was that. */
function ofBeing(sentence: Sentence, clause: Clause): Sentence[] {
  const { tokens } = sentence
  if (tokens[0]?.lower !== 'being' || clause.subject.from < 3) return []
  const end = clause.subject.from - 1
  if (fullPhraseEnd(tokens, 1, () => true) !== end || clause.group.tense === 'modal') return []
  return composeSentence(sentence, [clause.subject, ` ${beFor(sentence, clause)} `, { from: 1, to: end }])
}

/** Words of the sentence, or what is put in between. */
type Piece = Range | string

/** A sentence made of pieces of another, with a capital and a full stop of its own. */
function composeSentence(sentence: Sentence, pieces: readonly Piece[]): Sentence[] {
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
