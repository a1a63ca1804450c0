import { type Clause, readClause } from '../../../language/english/clause'
import { isPlural, nameKind, nounKind } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import { nounPhraseEnd } from '../../../language/english/phrases'
import { lowerAt, type Token, tagAt } from '../../../language/english/tokens'
import { inner, textOf, type WordCase } from '../../../language/english/word-case'
import type { Sentence } from './sentence'

/** What a document is about, by its title: how it is written inside a sentence, and the nouns that its own sentence calls it. */
export type Topic = {
  readonly title: string
  /** "he" or "she" where the document is about a person. */
  readonly pronoun: 'he' | 'she' | null
  name: string | null
  /** True once a sentence of the text has the topic as its subject: it says whether an article belongs to the name. */
  learned: boolean
  readonly nouns: Set<string>
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  country: ['country', 'nation'],
  city: ['city'],
  river: ['river'],
}

export function topicOf(title: string, text: string): Topic {
  const kind = nameKind(title)
  const pronoun = pronounOf(title, text)
  return {
    title: bare(title),
    pronoun,
    name: pronoun !== null || kind !== null ? title : null,
    learned: false,
    nouns: new Set(kind ? (KINDS[kind] ?? []) : []),
  }
}

const FEWEST_PRONOUNS = 8

/** A title that is a name, in a text that says "he" or "she" all along and hardly ever the other: a life. */
function pronounOf(title: string, text: string): 'he' | 'she' | null {
  if (
    !/^(?:\p{Lu}[\p{L}.’'-]+|of|de|von|van|al|ibn|the|[IVX]+)(?: (?:\p{Lu}[\p{L}.’'-]+|of|de|von|van|al-\p{L}+|ibn|the|[IVX]+))*$/u.test(
      title,
    )
  )
    return null
  if (isThing(title, text)) return null
  const he = (text.match(/\b(?:he|his|him)\b/gi) ?? []).length
  const she = (text.match(/\b(?:she|her)\b/gi) ?? []).length
  if (Math.max(he, she) < FEWEST_PRONOUNS || Math.max(he, she) < 4 * Math.min(he, she)) return null
  return he > she ? 'he' : 'she'
}

/** "Shunga Empire", "Transistor": a kind of thing, or what the text says "the" to. */
const isThing = (title: string, text: string): boolean => {
  // "Old Kingdom of Egypt" is a kingdom.
  const last =
    title
      .replace(/ of .*/, '')
      .split(' ')
      .at(-1)
      ?.toLowerCase() ?? ''
  const kind = nounKind(last)
  return (kind !== null && kind !== 'person' && nameKind(title) === null) || text.includes(`he ${title} `)
}

const bare = (name: string): string =>
  name
    .replace(/^the /i, '')
    .replace(/[’']s$/, '')
    .toLowerCase()

/** "Bodmin is a town in Cornwall" under that title: from here on "the town" is Bodmin. */
export function learnTopic(topic: Topic, { tokens, text }: Sentence, words: WordCase): void {
  if (topic.learned) return
  const clause = readClause(tokens)
  if (!clause || !isTopic(topic, textOf(text, tokens, clause.subject))) return
  topic.name = topic.pronoun === null ? inner(text, tokens, clause.subject, words) : topic.name
  for (const noun of calledIn(clause)) topic.nouns.add(noun)
  topic.learned = true
}

/** The title, or of a person one of the names in it: "Curie". */
export const isTopic = ({ title, pronoun }: Topic, phrase: string): boolean => {
  const name = bare(phrase)
  if (name === title) return true
  if (pronoun === null) return false
  const words = name.split(' ')
  return words.length === 1 ? title.split(' ').includes(name) : title.split(' ').every((word) => words.includes(word))
}

/**
 * True when "he" or "she" can only be the person that the document is about: no other person was named in the paragraph.
 */
export const isOnlyPerson = (topic: Topic, pronoun: string, before: readonly Sentence[]): boolean =>
  topic.pronoun !== null &&
  PRONOUNS[topic.pronoun].test(pronoun) &&
  before.every(({ tokens }) => namesIn(tokens).every(({ type, text }) => type !== 'person' || isTopic(topic, text))) &&
  !tellsOfAnother(topic, before.at(-1))

/** "Her mother Bronisława kept a school": the next "she" may be the mother. */
function tellsOfAnother(topic: Topic, before: Sentence | undefined): boolean {
  const clause = before && readClause(before.tokens)
  if (!before || !clause) return before !== undefined
  if (isTopic(topic, textOf(before.text, before.tokens, clause.subject))) return false
  return before.tokens
    .slice(clause.subject.from, clause.subject.to)
    .some(({ tag, lower, text }) => (tag === 'PROPN' && !isTopic(topic, text)) || nounKind(lower) === 'person')
}

/** Whether the text says so of the person that it is about. */
const isCalled = ({ pronoun: own }: Topic, pronoun: string): boolean => own !== null && PRONOUNS[own].test(pronoun)

/** False of "He" where the name is that of her whom the text is about. */
export const mayBeCalled = (topic: Topic, name: string, pronoun: string): boolean =>
  !isTopic(topic, name) || topic.pronoun === null || isCalled(topic, pronoun)

const PRONOUNS = { he: /^(?:he|his)$/, she: /^(?:she|her)$/ } as const

/** "is a historic town and civil parish in …": town, parish. */
function calledIn({ group, rest, tokens }: Clause): string[] {
  if (group.kind !== 'copula' || !/^(?:an?|the|one)$/.test(lowerAt(tokens, rest.from))) return []
  const first = nounPhraseEnd(tokens, rest.from)
  const second = lowerAt(tokens, first) === 'and' ? nounPhraseEnd(tokens, first + 1) : first
  return [first, second].map((end) => lowerAt(tokens, end - 1)).filter((noun) => noun !== '' && !isPlural(noun))
}

/** Where a sentence calls the topic by its noun alone, "the town"; -1 where it does not. */
export const calledAt = (topic: Topic, { tokens }: Sentence): number =>
  topic.name === null
    ? -1
    : tokens.findIndex(
        ({ lower }, at) =>
          lower === 'the' &&
          topic.nouns.has(lowerAt(tokens, at + 1)) &&
          isAlone(tokens, at) &&
          !/^(?:of|that|which|where|between|around|in|called|with|who)$/.test(lowerAt(tokens, at + 2)),
      )

/** "the town", and "the town’s". */
const isAlone = (tokens: readonly Token[], at: number): boolean =>
  !/^(?:and|or)$/.test(lowerAt(tokens, at + 2)) &&
  (nounPhraseEnd(tokens, at) === at + 2 || /^['’]s?$/.test(lowerAt(tokens, at + 2)))

/**
 * True when "it", "he" or "they" at the start takes up the topic: the subject of the sentence before, which names nothing
 * else that the pronoun could mean.
 */
export function takesUpTopic(topic: Topic, pronoun: string, before: Sentence): boolean {
  if (/^(?:he|she|his|her)$/.test(pronoun) && !isCalled(topic, pronoun)) return false
  const clause = readClause(before.tokens)
  if (!clause || !isTopic(topic, textOf(before.text, before.tokens, clause.subject))) return false
  const rest = before.tokens.slice(clause.group.to)
  if (/^(?:he|she|his|her)$/.test(pronoun))
    return !namesIn(rest).some(({ type }) => type === 'person' || type === 'name')
  if (/^(?:they|their)$/.test(pronoun)) return !rest.some(({ tag, lower }) => tag === 'NOUN' && isPlural(lower))
  return (
    clause.group.kind === 'copula' || !rest.some(({ tag }, n) => /^(?:NOUN|PROPN)$/.test(tag) && isSingular(rest, n))
  )
}

const isSingular = (tokens: readonly Token[], at: number): boolean =>
  !isPlural(lowerAt(tokens, at)) && !/^(?:NOUN|PROPN)$/.test(tagAt(tokens, at + 1)) && !isDated(tokens, at)

/** "in July": a time is not what "it" means. */
const isDated = (tokens: readonly Token[], at: number): boolean => tagAt(tokens, at + 1) === 'NUM'
