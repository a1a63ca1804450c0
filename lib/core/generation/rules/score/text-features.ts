import type { StructuredDocument } from '../../../document/document'
import { contentWords, sharesRoot } from '../../../language/english/content-words'
import { isOpenNoun, isSpecificNoun, nounKind, rankOf } from '../../../language/english/lexicon'
import { GAP } from '../../../shared/gap-placeholder'
import { countOf, type WordCounts, wordCountsOf } from '../sentences/document-context'

/** What features are computed against. */
export type FeatureContext = {
  readonly titled: ReadonlySet<string>
  readonly counts: WordCounts
  /** Features computed just before: the alternatives of a claim share their words. */
  readonly cache: Map<string, readonly string[]>
}

const MOST_CACHED = 500

export const featureContextOf = (document: StructuredDocument): FeatureContext => ({
  titled: new Set(contentWords(document.title)),
  counts: wordCountsOf(document),
  cache: new Map(),
})

/** The features of some words, computed once for all alternatives that share them. */
export function cachedFeatures(
  { cache }: FeatureContext,
  words: string,
  find: () => readonly string[],
): readonly string[] {
  const before = cache.get(words)
  if (before) return before
  if (cache.size >= MOST_CACHED) cache.clear()
  const found = find()
  cache.set(words, found)
  return found
}

/** The names of the true entries. */
export const trueNames = (holds: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(holds).filter((name) => holds[name])

/** Which of the ranges between edges a number is in: `bucket(5, 2, 6)` is 1. */
export function bucket(value: number, ...edges: readonly number[]): number {
  const at = edges.findIndex((edge) => value <= edge)
  return at < 0 ? edges.length : at
}

export const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu
const SMALL = /^(?:the|a|an|of|and|in|to|for)$/i
// Ranks in the frequency list of words.
const RARE_IN_ANSWER = 7000

/** Features of an answer: its length, how common its words are, what kind of thing its last word names. */
export function answerFeatures(answer: string, stem: string, { titled, counts }: FeatureContext): string[] {
  const words = answer.match(WORD) ?? []
  const last = words.at(-1) ?? ''
  const ranks = words.filter((word) => !SMALL.test(word)).map((word) => rankOf(word.toLowerCase()))
  const rarest = Math.max(0, ...ranks)
  const commonest = Math.min(99_999, ...ranks)
  const said = contentWords(answer)
  const around = contentWords(stem)
  return [
    `answer-words=${bucket(words.length, 1, 2, 3, 6, 12)}`,
    `answer-rarest=${bucket(rarest, 1000, 2500, 5000, RARE_IN_ANSWER)}`,
    `answer-commonest=${bucket(commonest, 600, 1500, 4000, RARE_IN_ANSWER)}`,
    `answer-names=${kindOf(last)}`,
    `answer-article=${/^(?:the|an?)\b/i.exec(answer)?.[0].toLowerCase() ?? 'none'}`,
    `answer-recurs=${bucket(countOf(counts, answer), 0, 1, 2, 4, 8)}`,
    ...(NOUN_ALONE.test(answer) ? [`answer-alone=${bucket(rarest, 1500, 3000, 5000, RARE_IN_ANSWER)}`] : []),
    ...trueNames({
      'answer-empty': isEmpty(last, rarest, words.length),
      'answer-specific': isLower(last) && isSpecificNoun(last),
      'answer-open': isLower(last) && isOpenNoun(last),
      'answer-the-noun': THE_NOUN.test(answer),
      'answer-capital': words.some((word) => /^\p{Lu}/u.test(word)),
      'answer-figure': /\d/.test(answer),
      'answer-year': /\b[12]\d{3}\b/.test(answer),
      'answer-and': /\band\b/.test(answer),
      'answer-comma': answer.includes(','),
      'answer-of': /\bof\b/.test(answer),
      'answer-preposition': /\b(?:for|to|with|in|from|by|at|on)\b/.test(answer),
      'answer-clause': /\b(?:which|that|who)\b/.test(answer),
      'answer-own': /\b(?:its|their|his|her)\b/.test(answer),
      'answer-titled': said.some((word) => titled.has(word)),
      'answer-rooted': said.some((word) => word.length > 4 && around.some((stemWord) => sharesRoot(word, stemWord))),
    }),
  ]
}

const NOUN_ALONE = /^\p{Ll}[\p{L}-]+$/u
const THE_NOUN = /^(?:the|an?) \p{Ll}[\p{L}-]+$/u

const isLower = (word: string): boolean => /^\p{Ll}/u.test(word)

/** The last word names something general, and no other word of the answer is rare. */
const isEmpty = (last: string, rarest: number, words: number): boolean =>
  isLower(last) &&
  rankOf(last.toLowerCase()) <= RARE_IN_ANSWER &&
  !isSpecificNoun(last) &&
  (words === 1 || rarest <= RARE_IN_ANSWER)

const kindOf = (word: string): string =>
  /^\p{Lu}/u.test(word) ? 'name' : /^\d/.test(word) ? 'figure' : (nounKind(word.toLowerCase()) ?? 'none')

const RARE_IN_STEM = 5000

/** Features of a stem: its length, its specific words, its possible references to the text around it. */
export function stemFeatures(stem: string, heading: string, { titled }: FeatureContext): string[] {
  const words = stem.match(WORD) ?? []
  const content = contentWords(stem)
  const headed = new Set(contentWords(heading))
  const known = (word: string) => titled.has(word) || headed.has(word)
  const names = words.filter((word, n) => n > 0 && /^[\p{Lu}\p{N}]/u.test(word)).length
  const rare = words.filter((word) => /^\p{Ll}/u.test(word) && rankOf(word.toLowerCase()) > RARE_IN_STEM).length
  return [
    `stem-words=${bucket(words.length, 7, 11, 15, 20, 26)}`,
    `stem-names=${bucket(names, 0, 1, 2, 4)}`,
    `stem-rare=${bucket(rare, 0, 1, 2, 4)}`,
    `stem-hooks=${bucket(names + rare, 0, 1, 2, 3, 5, 8)}`,
    `stem-commas=${bucket(countOfMark(stem, /,/g), 0, 1, 2, 3)}`,
    `stem-finite=${bucket(countOfMark(stem, FINITE), 0, 1, 2)}`,
    `stem-titled=${bucket(content.filter((word) => titled.has(word)).length, 0, 1)}`,
    `stem-definites=${bucket(definitesIn(stem, known), 0, 1, 2)}`,
    `stem-open=${bucket(openIn(stem, known), 0, 1)}`,
    `stem-first=${firstOf(stem)}`,
    ...trueNames({
      'stem-untold': OPENING.test(stem) && isOpenNoun(OPENING.exec(stem)?.[1] ?? ''),
      'stem-headed': content.some((word) => headed.has(word)),
      'stem-pronoun': /\b(?:it|they|he|she|them|him)\b/i.test(stem),
      'stem-own': /\b(?:its|their|his|her)\b/i.test(stem),
      'stem-compares': /\b(?:more|less|fewer|greater|larger|smaller|higher|lower|better|than)\b/i.test(stem),
      'stem-other': /\b(?:other|another|same|different|similar|additional)\b/i.test(stem),
      'stem-vague':
        /\b(?:some|many|several|various|most|often|usually|generally|typically|certain|few|much|sometimes)\b/i.test(
          stem,
        ),
      'stem-hedged': /\b(?:may|might|can|could|would|should|likely|possible)\b/i.test(stem),
      'stem-lead': LEAD.test(stem),
      'stem-adverb': /^\p{Lu}\p{Ll}+ly\b/u.test(stem),
      'stem-relative': /\b(?:which|who|whom|whose|that|where)\b/.test(stem),
      'stem-clause': /\b(?:when|while|after|before|until|because|although|if|since)\b/.test(stem),
      'stem-joined': /,? (?:and|but|while|so|yet) [^,]* ?(?:is|are|was|were|has|have|had|can|will)\b/.test(stem),
      'stem-and': /\band\b/.test(stem),
      'stem-quote': /[“”"]/.test(stem),
      'stem-dash': /[—–:;]/.test(stem),
      'stem-past': /\b(?:was|were|had|did)\b|\b\p{Ll}{3,}ed\b/u.test(stem),
      'stem-year': /\b[12]\d{3}\b/.test(stem),
      'stem-figure': /\d/.test(stem),
      'stem-negative': /\b(?:not|no|never|without|only)\b|n['’]t/i.test(stem),
      'stem-acronym':
        /\b(?!(?:US|USA|UK|UN|EU|BC|BCE|AD|CE|DNA|RNA|II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV)\b)\p{Lu}{2,6}\b/u.test(
          stem,
        ),
      'stem-one-of': /^One of\b/.test(stem),
      'stem-points': /\b(?:this|that|these|those|such)\b/i.test(stem),
    }),
    ...gapFeatures(stem),
  ]
}

/** "A version was …": of what? */
const OPENING = /^(?:A|An|The|This) (\p{Ll}+) (?:is|are|was|were|has|had|have|can)\b/u
const FINITE = /\b(?:is|are|was|were|has|have|had|can|will|did|does|do)\b/g
const LEAD =
  /^(?:In|On|At|During|After|Before|When|While|Although|As|By|With|For|From|Under|If|Because|Since|Through|Like|Unlike)\b/

const countOfMark = (text: string, feature: RegExp): number => (text.match(feature) ?? []).length

const firstOf = (stem: string): string =>
  /^(?:The|An?)\b/.exec(stem)?.[0].toLowerCase() ?? (/^\p{Lu}[\p{L}-]+ \p{Lu}/u.test(stem) ? 'name' : 'other')

/** "the noun" that neither title nor heading names, and that no "of …" completes. */
function definitesIn(stem: string, known: (word: string) => boolean): number {
  const phrases = stem.matchAll(/\b[Tt]he ((?:\p{Ll}[\p{L}-]+ ?){1,3})(of|that|which|who)?/gu)
  return [...phrases].filter(([, words = '', more]) => !more && !contentWords(words).some(known)).length
}

/** Nouns that need a complement ("of what?") and have none. */
function openIn(stem: string, known: (word: string) => boolean): number {
  const words = stem.split(/\s+/)
  return words.filter((word, at) => {
    const bare = word.replace(/[.,;:?]$/, '')
    return (
      isOpenNoun(bare) && !/^(?:of|in|for|to|with|between)$/.test(words[at + 1] ?? '') && !known(bare.toLowerCase())
    )
  }).length
}

const PREPOSITION = /^(?:of|in|to|for|by|with|from|on|at|as|into|between)$/

/** The words on both sides of a gap. */
function gapFeatures(stem: string): string[] {
  const at = stem.indexOf(GAP)
  if (at < 0) return []
  const before = (stem.slice(0, at).match(WORD) ?? []).at(-1)?.toLowerCase() ?? ''
  const after = stem.slice(at + GAP.length)
  const next = (after.match(WORD) ?? [])[0]?.toLowerCase() ?? ''
  return [
    `gap-at=${at === 0 ? 'start' : /^\s*[.!?]?$/.test(after) ? 'end' : 'middle'}`,
    `gap-before=${sideOf(before)}`,
    `gap-after=${/^[,;.:]/.test(after) ? 'mark' : sideOf(next)}`,
  ]
}

function sideOf(word: string): string {
  if (word === '') return 'none'
  if (/^(?:the|an?)$/.test(word)) return 'article'
  if (PREPOSITION.test(word) || /^(?:and|or)$/.test(word)) return word
  if (/^(?:is|are|was|were|be|been|has|have|had|can)$/.test(word)) return 'be'
  return nounKind(word) === null ? 'word' : 'noun'
}
