import { finding } from '../../../check/check-result'
import type { Span } from '../../../document/document'
import { type Clause, readClause } from '../../../language/english/clause'
import { isPlural, nameKind, nounKind } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { inner, type WordCase } from '../../../language/english/word-case'
import type { Sentence } from './sentence'

/** What a document is about where its title is a name. */
export type Topic = {
  readonly name: string | null
  /** "he" or "she" where the document is about a person. */
  readonly pronoun: 'he' | 'she' | null
}

const FEWEST_PRONOUNS = 8

/** A title that is a name, in a text that says "he" or "she" all along and hardly ever the other, is a person's. */
export function topicOf(title: string, text: string): Topic {
  const kind = nounKind(title.split(' ').at(-1)?.toLowerCase() ?? '')
  const isName = /^\p{Lu}[\p{L}.’'-]+(?: (?:of|de|van|von|\p{Lu}[\p{L}.’'-]*))*$/u.test(title)
  const isLife = isName && (kind === null || kind === 'person') && !text.includes(`he ${title} `)
  const pronoun = isLife ? pronounOf(text) : null
  return { name: pronoun || nameKind(title) ? title : null, pronoun }
}

function pronounOf(text: string): 'he' | 'she' | null {
  const he = (text.match(/\b(?:he|his|him)\b/gi) ?? []).length
  const she = (text.match(/\b(?:she|her)\b/gi) ?? []).length
  if (Math.max(he, she) < FEWEST_PRONOUNS || Math.max(he, she) < 4 * Math.min(he, she)) return null
  return he > she ? 'he' : 'she'
}

const REACH = 3

/**
 * Names what a sentence only points at, where there is one candidate: "these bandit formations" by the noun phrase of
 * the paragraph that it repeats, "It" by the subject of the sentence before. Anything less sure stays as it is.
 */
export function resolveReferences(sentences: readonly Sentence[], topic: Topic, words: WordCase): Sentence[] {
  const read: Sentence[] = []
  for (const sentence of sentences)
    read.push(resolvePronoun(resolveThese(sentence, read.slice(-REACH), words), read.at(-1), topic, words))
  return read
}

function resolveThese(sentence: Sentence, before: readonly Sentence[], words: WordCase): Sentence {
  const { tokens } = sentence
  const at = tokens.findIndex(({ lower }) => lower === 'these' || lower === 'this')
  const phrase = { from: at, to: nounPhraseEnd(tokens, at) }
  const said = tokens.slice(at + 1, phrase.to).map(({ lower }) => lower)
  if (at < 0 || said.length === 0) return sentence
  // A single word is resolved only by a fuller phrase in the sentence just before.
  const found = new Map(
    (said.length > 1 ? before : before.slice(-1)).flatMap((earlier) =>
      phrasesEnding(earlier, said, words).map((ending) => [ending, earlier.span] as const),
    ),
  )
  const [[antecedent = '', span = null] = []] = found
  if (found.size !== 1 || (said.length === 1 && !tellsMore(antecedent, said[0] ?? ''))) return sentence
  return replaced(sentence, phrase, /['’]s? /.test(antecedent) ? antecedent : `the ${antecedent}`, span)
}

/** "steroid hormones" for "hormones"; a light noun could be anything. */
const tellsMore = (phrase: string, noun: string): boolean => phrase.toLowerCase() !== noun && !LIGHT.test(noun)
const LIGHT =
  /^(?:ways?|cases?|times?|periods?|years?|reasons?|things?|fact|points?|kinds?|types?|sort|parts?|numbers?|set|results?|examples?|person|people)$/

/** Noun phrases of a sentence that end in these words, each with its "of …". */
function phrasesEnding({ tokens, text }: Sentence, said: readonly string[], words: WordCase): string[] {
  return phrasesIn(tokens).flatMap(({ from, to }) => {
    const tail = tokens.slice(Math.max(from, to - said.length), to).map(({ lower }) => lower)
    if (tail.join(' ') !== said.join(' ')) return []
    const start = /^(?:DET|NUM)$/.test(tagAt(tokens, from)) ? from + 1 : from
    return [inner(text, tokens, { from: start, to: fullPhraseEnd(tokens, from, (word) => word === 'of') }, words)]
  })
}

function phrasesIn(tokens: readonly Token[]): Range[] {
  const found: Range[] = []
  for (let at = 0; at < tokens.length; at++) {
    const to = nounPhraseEnd(tokens, at)
    if (to === at) continue
    found.push({ from: at, to })
    at = to - 1
  }
  return found
}

/** "It …", "In 1903, he …": by the subject of the sentence before, or by the person that the text is about. */
function resolvePronoun(sentence: Sentence, before: Sentence | undefined, topic: Topic, words: WordCase): Sentence {
  const at = subjectAt(sentence)
  const pronoun = lowerAt(sentence.tokens, at)
  if (!before || !/^(?:it|its|they|their|he|his|she|her)$/.test(pronoun) || tagAt(sentence.tokens, at + 1) === 'CCONJ')
    return sentence
  const clause = readClause(before.tokens)
  const name = /^(?:he|his|she|her)$/.test(pronoun)
    ? personMeant(before, clause, topic, pronoun)
    : at === 0 && clause && thingMeant(before, clause, /^the/.test(pronoun), words)
  const isSure = at > 0 || /^(?:he|his|she|her)$/.test(pronoun) || isOnlyThing(before, clause, /^the/.test(pronoun))
  if (!name || sentence.tokens.slice(at + 1).some(({ text }) => /^\p{Lu}/u.test(text) && name.includes(text)))
    return sentence
  const owns = /^(?:its|their|his|her)$/.test(pronoun)
  const named = replaced(sentence, { from: at, to: at + 1 }, owns ? ownerOf(name) : name, before.span)
  return isSure ? named : { ...named, doubts: [finding('unresolved-pronoun', { word: pronoun })] }
}

const LONGEST_LEAD = 8

/** Where the subject may begin: at the start, or after "In 1903, …". */
function subjectAt({ tokens }: Sentence): number {
  const comma = tokens.findIndex(({ text }) => text === ',')
  const isLead = /^(?:ADP|ADV|SCONJ)$/.test(tagAt(tokens, 0)) && comma > 0 && comma <= LONGEST_LEAD
  return isLead && !tokens.slice(0, comma).some(({ tag }) => /^(?:VERB|PRON|PROPN)$/.test(tag)) ? comma + 1 : 0
}

const ownerOf = (thing: string): string => (thing.endsWith('s') ? `${thing}’` : `${thing}’s`)

/** The one name of the sentence before, where it is its subject; else the person that the text is about, where none is named. */
function personMeant(before: Sentence, clause: Clause | null, topic: Topic, pronoun: string): string | null {
  const people = namesIn(before.tokens).filter(({ type }) => type === 'person' || type === 'name')
  const [person] = people
  const isTopics = topic.pronoun !== null && /^he|his$/.test(pronoun) === (topic.pronoun === 'he')
  if (isTopics && people.every(({ text }) => topic.name?.includes(text)))
    return before.tokens.some(({ tag, lower }) => tag === 'NOUN' && nounKind(lower) === 'person') ? null : topic.name
  const isSubject = clause !== null && person?.from === clause.subject.from && person.to === clause.subject.to
  return people.length === 1 && isSubject ? person.text : null
}

/** The subject of a sentence, when it has the number of "it" or "they". */
function thingMeant({ tokens, text }: Sentence, clause: Clause, plural: boolean, words: WordCase): string | null {
  const { subject, lead } = clause
  const first = tokens[subject.from]
  if (lead || !first || first.tag === 'PRON' || /^(?:this|these|that|those|some|many|most|all|no)$/.test(first.lower))
    return null
  const joined = tokens.slice(subject.from, subject.to).some(({ lower }) => lower === 'and')
  const isMeant = isPlural(lowerAt(tokens, nounPhraseEnd(tokens, subject.from) - 1)) === plural && !joined
  return isMeant ? inner(text, tokens, subject, words) : null
}

/** Nothing else in the sentence has that number, or what else it says is that the subject is it. */
function isOnlyThing({ tokens }: Sentence, clause: Clause | null, plural: boolean): boolean {
  const heads = phrasesIn(tokens).map(({ to }) => lowerAt(tokens, to - 1))
  return clause?.group.kind === 'copula' || heads.filter((head) => isPlural(head) === plural).length === 1
}

/** `source`: the sentence that says what is meant. */
function replaced(sentence: Sentence, phrase: Range, put: string, source: Span | null): Sentence {
  const { passage, text, tokens } = sentence
  const start = tokens[phrase.from]?.start ?? 0
  const end = tokens[phrase.to - 1]?.end ?? 0
  const written = start === 0 ? put.charAt(0).toUpperCase() + put.slice(1) : put
  const rewritten = text.slice(0, start) + written + text.slice(end)
  const last = passage.at[end - 1] ?? 0
  const at = [
    ...passage.at.slice(0, start),
    ...Array.from(written, (_, n) => Math.min(last, (passage.at[start] ?? 0) + n)),
    ...passage.at.slice(end),
  ]
  return {
    ...sentence,
    text: rewritten,
    tokens: tagSentence(rewritten),
    passage: { text: rewritten, at },
    also: source ? [...sentence.also, source] : sentence.also,
  }
}
