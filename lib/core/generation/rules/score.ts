import { withoutHint } from '../../item/hint'
import type { WrittenItem } from '../../item/item'
import { contentWords, sharesRoot } from '../../language/english/content-words'
import { isOpenNoun, nounKind, rankOf } from '../../language/english/lexicon'
import type { Claim } from './claims/claim'
import { countOf, type WordCounts } from './sentences/document-context'

/** What is true of an item that makes it more or less worth asking. */
type Aspects = {
  readonly item: WrittenItem
  readonly claim: Claim
  readonly stem: string
  readonly answer: string
  readonly words: readonly string[]
  /** Names, figures and words of the subject's own in the stem: what tells one statement from others. */
  readonly hooks: number
  /** How rare the rarest word of the answer is. */
  readonly rarest: number
  readonly isQuestion: boolean
  readonly context: ScoreContext
}

/** What an item is scored against. */
export type ScoreContext = {
  readonly text: string
  readonly titled: ReadonlySet<string>
  readonly counts: WordCounts
}

type Feature = {
  readonly name: string
  /** Of a hundred. */
  readonly points: number
  readonly holds: (aspects: Aspects) => boolean
}

const START = 52
const RARE = 7000
const COMMON = 2500

const typeOf = ({ claim, answer }: Aspects): string =>
  /^\p{Lu}/u.test(answer.replace(/^the /i, ''))
    ? 'name'
    : (nounKind(
        answer
          .split(/ (?:of|for|in|to|from|with) /)[0]
          ?.split(' ')
          .at(-1)
          ?.toLowerCase() ?? '',
      ) ?? claim.answerType)

/**
 * The shares that readers accepted are those of 5,426 verdicts on items of version 0.8 (74 % of all), see decision 0049. What no
 * reader judged has the points of what is nearest to it.
 */
const FEATURES: readonly Feature[] = [
  // 90 % accepted: one right answer, and it cannot be guessed.
  { name: 'asks a date or a figure', points: 17, holds: ({ answer }) => /\d/.test(answer) },
  // 88 %: what a chapter is for.
  {
    name: 'asks a definition or a name for it',
    points: 22,
    holds: ({ claim }) => /^(?:definition|alias)$/.test(claim.fact.kind),
  },
  { name: 'asks a cause or purpose', points: 12, holds: ({ claim }) => /^(?:cause|purpose)$/.test(claim.fact.kind) },
  // Of lists only those that the text introduces as such: their question is the text's.
  { name: 'asks an introduced list', points: 16, holds: ({ claim }) => claim.group !== null },
  // 85 %: organs, species, materials are a subject's own words.
  {
    name: 'asks a concrete thing',
    points: 9,
    holds: (one) => /^(?:body|plant|animal|substance|object)$/.test(typeOf(one)),
  },
  // 64 %: acts, ideas and kinds of people have many names.
  {
    name: 'asks an idea, an act or a person in general',
    points: -9,
    holds: (one) => isOf(one, /^(?:abstract|act|event|person|time)$/),
  },
  // 68 %: a single noun is often another word for what could be said.
  { name: 'asks a single noun', points: -8, holds: ({ answer }) => /^\p{Ll}[\p{L}-]+$/u.test(answer) },
  {
    name: 'asks an everyday word',
    points: -12,
    holds: ({ answer, rarest, claim }) =>
      rarest < COMMON && !/^(?:person|definition)$/.test(claim.answerType) && /^[\p{L} ]+$/u.test(answer),
  },
  {
    name: 'asks a noun that wants an “of what”',
    points: -4,
    holds: ({ answer }) => isOpenNoun(answer.split(' ').at(-1) ?? ''),
  },
  // 59 %: "What did X present?" has more than one answer unless the rest of the question tells which.
  {
    name: 'asks the object or subject of a plain verb',
    points: -12,
    holds: (one) => asksVerb(one) && !(asksSubject(one) && isNamed(one)),
  },
  // "Who makes wax? Workers": the text says it of others as well.
  {
    name: 'asks who or what does something and has no name',
    points: -10,
    holds: (one) => asksVerb(one) && asksSubject(one) && !isNamed(one),
  },
  {
    name: 'asks for a long answer',
    points: -6,
    holds: ({ answer, claim }) => answer.split(' ').length > 6 && isOfVerb(claim),
  },
  // A word of the answer's root in the question is a hint.
  {
    name: 'says half of the answer',
    points: -10,
    holds: ({ answer, stem }) => contentWords(answer).some((word) => isSaidIn(word, contentWords(stem))),
  },
  {
    name: 'asks a word of the title',
    points: -5,
    holds: ({ answer, context }) => contentWords(answer).some((word) => context.titled.has(word)),
  },
  // A key term of the text, but not what all of it is about.
  {
    name: 'asks a term that comes back',
    points: 5,
    holds: ({ answer, context }) => isBetween(countOf(context.counts, answer), 3, 12),
  },
  // 78 % with many, 60 % with none or one.
  { name: 'has many words that tell which', points: 5, holds: ({ hooks }) => hooks > 5 },
  {
    name: 'has hardly a word that tells which',
    points: -9,
    holds: ({ hooks, claim }) => hooks < 2 && claim.group === null,
  },
  {
    name: 'is short',
    points: -6,
    holds: ({ words, claim }) => words.length < 8 && claim.fact.kind !== 'definition' && claim.group === null,
  },
  { name: 'is long', points: -5, holds: ({ words }) => words.length > 26 },
  // 65 %: "the fortress" that only the text before names.
  {
    name: 'says “the” of a thing that is not told',
    points: -11,
    holds: ({ claim, stem }) => untold(claim, stem).length > 0,
  },
  {
    name: 'compares',
    points: -8,
    holds: ({ stem }) => /\b(?:more|less|fewer|greater|larger|smaller|higher|lower|better|than)\b/i.test(stem),
  },
  { name: 'speaks of its own', points: -7, holds: ({ stem }) => /\b(?:its|their|his|her)\b/i.test(stem) },
  // 60 %: "Thus", "However" take up what was said before.
  {
    name: 'takes up the sentence before',
    points: -8,
    holds: ({ item }) => CONNECTIVE.test(item.evidence[0]?.quote ?? ''),
  },
  {
    name: 'names the topic',
    points: 4,
    holds: ({ stem, context }) => contentWords(stem).some((word) => context.titled.has(word)),
  },
  { name: 'opens a paragraph', points: 4, holds: ({ item, context }) => opensParagraph(item, context.text) },
]

const isOfVerb = ({ fact }: Claim): boolean =>
  fact.kind !== 'cause' && (/^(?:relation|actor)$/.test(fact.kind) || fact.relation === 'subject')
const asksVerb = ({ isQuestion, claim }: Aspects): boolean => isQuestion && isOfVerb(claim)
const asksSubject = ({ claim }: Aspects): boolean => claim.fact.relation === 'subject'
const isNamed = ({ claim }: Aspects): boolean => !/^(?:term|phrase)$/.test(claim.answerType)
const isSaidIn = (word: string, said: readonly string[]): boolean =>
  word.length > 4 && said.some((other) => sharesRoot(word, other))
const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most
const isOf = (aspects: Aspects, kinds: RegExp): boolean =>
  kinds.test(typeOf(aspects)) &&
  !/\d/.test(aspects.answer) &&
  !/^(?:definition|cause|purpose)$/.test(aspects.claim.fact.kind)

const CONNECTIVE =
  /^(?:However|Thus|Therefore|Hence|Moreover|Furthermore|Additionally|In addition|In fact|Indeed|Instead|Nevertheless|Similarly|Likewise|Consequently|As a result,|In contrast|By contrast|On the other hand|Also|Then|Still|Yet|But|And|So|Finally|Next|Rather|In particular|Meanwhile|Later|Here|Again|Today|Now)\b/

const opensParagraph = ({ evidence: [first] }: WrittenItem, text: string): boolean =>
  first !== undefined && /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, first.start - 3), first.start))

/** The nouns with an unexplained "the" that the stem still says. */
export const untold = ({ unresolved }: Claim, stem: string): string[] =>
  unresolved.filter((noun) => new RegExp(`\\bthe (?:[\\p{L}’'-]+ ){0,4}${escaped(noun)}`, 'iu').test(stem))

const escaped = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '.')

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
const RARE_IN_STEM = 5000

/** How good an item is thought to be, 0 to 1, by the named features above. */
export function scoreOf(item: WrittenItem, claim: Claim, context: ScoreContext): number {
  const aspects = aspectsOf(item, claim, context)
  const points = FEATURES.reduce((sum, feature) => sum + (feature.holds(aspects) ? feature.points : 0), START)
  return Math.min(100, Math.max(0, points)) / 100
}

/** The features that hold of an item, by name. */
export const featuresOf = (item: WrittenItem, claim: Claim, context: ScoreContext): string[] => {
  const aspects = aspectsOf(item, claim, context)
  return FEATURES.flatMap(({ name, holds }) => (holds(aspects) ? [name] : []))
}

function aspectsOf(item: WrittenItem, claim: Claim, context: ScoreContext): Aspects {
  const stem = withoutHint(item.stem)
  const words = stem.match(WORD) ?? []
  const answer = claim.fact.members.length > 0 ? claim.fact.answer : item.key.join(' ')
  const ranks = (answer.match(WORD) ?? []).map((word) => rankOf(word.toLowerCase()))
  const isHook = (word: string, n: number) =>
    (n > 0 && /^[\p{Lu}\p{N}]/u.test(word)) || rankOf(word.toLowerCase()) > RARE_IN_STEM
  return {
    item,
    claim,
    stem,
    answer,
    words,
    hooks: words.filter(isHook).length,
    rarest: Math.min(RARE, Math.max(0, ...ranks)),
    isQuestion: stem.endsWith('?'),
    context,
  }
}
