import type { Span } from '../../../document/document'
import { readClause } from '../../../language/english/clause'
import { isPlural } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import { fullPhraseEnd, nounPhraseEnd, type Range } from '../../../language/english/phrases'
import { tagSentence } from '../../../language/english/tagger'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { inner, textOf, type WordCase } from '../../../language/english/word-case'
import type { Sentence } from './sentence'
import { calledAt, isOnlyPerson, isTopic, learnTopic, mayBeCalled, type Topic, takesUpTopic } from './topic'

const REACH = 3

/** What is known from the document so far. */
type DocumentContext = { readonly words: WordCase; readonly places: NamedPlaces; readonly topic: Topic }

/**
 * Names what a sentence only points at, where there is one candidate: "these bandit formations" by the noun phrase of
 * the paragraph that it repeats, "He" by the one person who is the subject of the sentence before. Anything less sure
 * stays as it is, and is refused later.
 */
export function resolveReferences(
  sentences: readonly Sentence[],
  { words, places, topic }: DocumentContext,
): Sentence[] {
  const read: Sentence[] = []
  for (const sentence of sentences) {
    const before = read.slice(-REACH)
    const last = before.at(-1)
    const placed = resolveTopic(resolvePlace(sentence, places), read, topic)
    read.push(
      resolveThing(
        resolvePerson(resolveThese(resolveFact(placed, last, words), before, words), last, topic),
        last,
        words,
      ),
    )
    notePlaces(placed, places)
    learnTopic(topic, placed, words)
  }
  return read
}

function resolveFact(sentence: Sentence, before: Sentence | undefined, words: WordCase): Sentence {
  const fact = factMeant(sentence, before, words)
  return fact && before ? replaced(sentence, { from: 0, to: 2 }, fact, before.span) : sentence
}

/** "the region", where the document has named one region only so far. */
function resolvePlace(sentence: Sentence, places: NamedPlaces): Sentence {
  const at = placeAt(sentence, places)
  const named = at < 0 ? undefined : places.get(lowerAt(sentence.tokens, at + 1))
  return named ? replaced(sentence, { from: at, to: at + 2 }, named.phrase, named.span) : sentence
}

/** "The town …", "It …": the topic, by the noun that it was called or as the subject of the sentence before. */
function resolveTopic(sentence: Sentence, paragraph: readonly Sentence[], topic: Topic): Sentence {
  const before = paragraph.at(-1)
  if (topic.name === null) return sentence
  const at = calledAt(topic, sentence)
  if (at >= 0) return replaced(sentence, { from: at, to: at + 2 }, topic.name, null)
  const first = pronounAt(sentence, topic)
  const pronoun = lowerAt(sentence.tokens, first)
  if (!/^(?:it|its|he|she|his|her|they|their)$/.test(pronoun)) return sentence
  // "When Galileo was ten, he left Pisa": he is named already.
  if (namesIn(sentence.tokens.slice(0, first)).some(({ text }) => isTopic(topic, text))) return sentence
  const taken =
    isOnlyPerson(topic, pronoun, paragraph) ||
    (first === subjectAt(sentence) && before !== undefined && takesUpTopic(topic, pronoun, before))
  if (!taken) return sentence
  const owns = /^(?:its|his|her|their)$/.test(pronoun)
  return replaced(
    sentence,
    { from: first, to: first + 1 },
    owns ? ownerOf(topic.name) : topic.name,
    before?.span ?? null,
  )
}

/** Of a life the first "he" or "his" that no name in the sentence explains; else where the subject may begin. */
function pronounAt(sentence: Sentence, topic: Topic): number {
  const { tokens } = sentence
  if (topic.pronoun === null) return subjectAt(sentence)
  const own = topic.pronoun === 'he' ? /^(?:he|his)$/ : /^(?:she|her)$/
  const at = tokens.findIndex(({ lower }) => own.test(lower))
  const named = namesIn(tokens).some(
    ({ from, type, text }) => (/^(?:person|name)$/.test(type) && from < at) || isTopic(topic, text),
  )
  return at < 0 || named || lowerAt(tokens, at) === 'her' ? subjectAt(sentence) : at
}

const LONGEST_LEAD = 8

/** Where the subject may begin: at the start, or after "In 1903, …". */
function subjectAt({ tokens }: Sentence): number {
  const comma = tokens.findIndex(({ text }) => text === ',')
  const isLead = /^(?:ADP|ADV|SCONJ)$/.test(tagAt(tokens, 0)) && comma > 0 && comma <= LONGEST_LEAD
  return isLead && !tokens.slice(0, comma).some(({ tag }) => tag === 'VERB' || tag === 'PRON') ? comma + 1 : 0
}

function resolveThese(sentence: Sentence, before: readonly Sentence[], wordCase: WordCase): Sentence {
  const { tokens } = sentence
  const at = tokens.findIndex(({ lower }) => lower === 'these' || lower === 'this')
  if (at < 0) return sentence
  const phrase = { from: at, to: nounPhraseEnd(tokens, at) }
  const words = tokens.slice(at + 1, phrase.to).map(({ lower }) => lower)
  if (words.length === 0 || phrase.to <= at) return sentence
  // A single word is resolved only by a fuller phrase in the sentence just before.
  const candidates = words.length > 1 ? before : before.slice(-1)
  const found = new Map(
    candidates.flatMap((earlier) =>
      phrasesEnding(earlier, words, wordCase).map((phrase) => [phrase, earlier.span] as const),
    ),
  )
  const [[antecedent, span] = []] = found
  if (antecedent && words.length === 1 && !isDescribed(antecedent, words[0] ?? '')) return sentence
  return found.size === 1 && antecedent && span ? replaced(sentence, phrase, withThe(antecedent), span) : sentence
}

/** "aluminium's resistance": what a name owns is known by it. */
const withThe = (phrase: string): string =>
  /^(?:\p{L}+ ){0,2}\p{L}+(?:['’]s|s['’]) /u.test(phrase) ? phrase : `the ${phrase}`

/** "steroid hormones", "forms of life": by a word of its own beside the noun. */
const isDescribed = (phrase: string, noun: string): boolean => phrase.toLowerCase() !== noun && !LIGHT.test(noun)
const LIGHT =
  /^(?:way|ways|case|cases|time|times|period|periods|year|years|reason|reasons|thing|things|fact|point|points|kind|kinds|type|types|sort|part|parts|number|numbers|set|result|results|example|examples|person|people)$/

/** Noun phrases of a sentence that end in these words, each with its "of …". */
function phrasesEnding({ tokens, text }: Sentence, words: readonly string[], wordCase: WordCase): string[] {
  const found: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    const tail = tokens.slice(end - words.length, end).map(({ lower }) => lower)
    if (end - at >= words.length && tail.join(' ') === words.join(' ')) {
      const from = /^(?:DET|NUM)$/.test(tagAt(tokens, at)) ? at + 1 : at
      found.push(inner(text, tokens, { from, to: fullPhraseEnd(tokens, at, (word) => word === 'of') }, wordCase))
    }
    at = end - 1
  }
  return found
}

/** "He presented …" after "Hutton argued …": the only name that could be a person's, and the subject. */
function resolvePerson(sentence: Sentence, before: Sentence | undefined, topic: Topic): Sentence {
  const pronoun = lowerAt(sentence.tokens, 0)
  if (!before || !/^(?:he|she|his)$/.test(pronoun) || tagAt(sentence.tokens, 1) === 'CCONJ') return sentence
  const name = onlyPerson(before)
  if (
    name === null ||
    !mayBeCalled(topic, name, pronoun) ||
    sentence.tokens.slice(1).some(({ text }) => name.includes(text) && /^\p{Lu}/u.test(text))
  )
    return sentence
  return replaced(sentence, { from: 0, to: 1 }, pronoun === 'his' ? `${name}'s` : name, before.span)
}

/** "It …" after "The gland makes …" where no other phrase of the sentence before could be meant. */
function resolveThing(sentence: Sentence, before: Sentence | undefined, words: WordCase): Sentence {
  const pronoun = lowerAt(sentence.tokens, 0)
  if (!before || !/^(?:it|its|they|their)$/.test(pronoun)) return sentence
  const thing = onlyThing(before, /^t/.test(pronoun), words)
  if (thing === null) return sentence
  return replaced(sentence, { from: 0, to: 1 }, /^(?:its|their)$/.test(pronoun) ? ownerOf(thing) : thing, before.span)
}

const ownerOf = (thing: string): string => (thing.endsWith('s') ? `${thing}’` : `${thing}’s`)

function onlyPerson(before: Sentence): string | null {
  const clause = readClause(before.tokens)
  if (!clause) return null
  const people = namesIn(before.tokens).filter(({ type }) => type === 'person' || type === 'name')
  const [person] = people
  const first = tagAt(before.tokens, clause.subject.from) === 'DET' ? clause.subject.from + 1 : clause.subject.from
  const isSubject = person !== undefined && person.from === first && person.to === clause.subject.to
  return people.length === 1 && isSubject && !/['’]s$/.test(person.text) ? person.text : null
}

/** `source`: the sentence that says what is meant; null when the title does. */
function replaced(sentence: Sentence, phrase: Range, put: string, source: Span | null): Sentence {
  const { passage, text, tokens } = sentence
  const start = tokens[phrase.from]?.start ?? 0
  const end = endOf(tokens, phrase)
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

const endOf = (tokens: readonly Token[], range: Range): number => tokens[range.to - 1]?.end ?? 0

const MEANS_FACT = /^(?:circumstance|fact|situation|position)$/
const LONGEST_FACT = 24

/** "This circumstance created …" after "Peru is a meeting point of …": the fact that Peru is one. Null where it is not that. */
function factMeant(sentence: Sentence, before: Sentence | undefined, words: WordCase): string | null {
  const { tokens } = sentence
  if (lowerAt(tokens, 0) !== 'this' || !MEANS_FACT.test(lowerAt(tokens, 1)) || nounPhraseEnd(tokens, 0) !== 2)
    return null
  const clause = before && before.paragraph === sentence.paragraph ? readClause(before.tokens) : null
  if (!before || !clause || clause.lead || clause.group.kind !== 'copula' || clause.group.negative) return null
  const { subject, group, rest } = clause
  if (tagAt(before.tokens, subject.from) === 'PRON' || rest.to - subject.from > LONGEST_FACT) return null
  const said = [subject, group, rest].map((range) => textOf(before.text, before.tokens, range))
  said[0] = inner(before.text, before.tokens, subject, words)
  return `the fact that ${said.join(' ')}`
}

/** The subject of a sentence, when nothing else in it has its number: what "it" or "they" takes up. */
function onlyThing({ tokens, text }: Sentence, plural: boolean, words: WordCase): string | null {
  const clause = readClause(tokens)
  if (
    !clause ||
    clause.lead ||
    tokens.slice(clause.subject.from, clause.subject.to).some(({ lower }) => lower === 'and')
  )
    return null
  const { subject } = clause
  if (
    /^(?:PRON)$/.test(tagAt(tokens, subject.from)) ||
    /^(?:this|these|that|those|some|many|most|all|no)$/.test(lowerAt(tokens, subject.from))
  )
    return null
  const heads: string[] = []
  for (let at = 0; at < tokens.length; at++) {
    const end = nounPhraseEnd(tokens, at)
    if (end === at) continue
    heads.push(lowerAt(tokens, end - 1))
    at = end - 1
  }
  const alike = heads.filter((head) => isPlural(head) === plural)
  if (alike.length !== 1 || alike[0] !== lowerAt(tokens, nounPhraseEnd(tokens, subject.from) - 1)) return null
  return inner(text, tokens, subject, words)
}

/** Named places of a document by what they are: "region" → "the Central Asian region"; null once a second has been named. */
export type NamedPlaces = Map<string, { readonly phrase: string; readonly span: Span } | null>

const PLACE = /^(?:region|province|peninsula|valley|island|basin|district|county)$/

/** Where a sentence has "the region" without a name; -1 if the document has no name for it. */
const placeAt = ({ tokens }: Sentence, places: NamedPlaces): number =>
  tokens.findIndex(
    ({ lower }, at) =>
      lower === 'the' &&
      places.has(lowerAt(tokens, at + 1)) &&
      nounPhraseEnd(tokens, at) === at + 2 &&
      !/^(?:of|that|which|where|between|around|in)$/.test(lowerAt(tokens, at + 2)),
  )

/** Keeps "the Central Asian region" of a sentence as what a later "the region" means. */
function notePlaces({ tokens, text, span }: Sentence, places: NamedPlaces): void {
  for (const [at, { lower }] of tokens.entries()) {
    const end = nounPhraseEnd(tokens, at)
    const head = lowerAt(tokens, end - 1)
    if (lower !== 'the' || !PLACE.test(head) || end < at + 3 || tagAt(tokens, at + 1) !== 'PROPN') continue
    const phrase = textOf(text, tokens, { from: at, to: end }).replace(/^The/, 'the')
    const noted = places.get(head)
    if (noted === undefined) places.set(head, { phrase, span })
    else if (noted?.phrase !== phrase) places.set(head, null)
  }
}
