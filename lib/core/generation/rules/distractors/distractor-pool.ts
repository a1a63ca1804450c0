import type { Span, StructuredDocument } from '../../../document/document'
import { countriesIn, isVerbBase, nounKind } from '../../../language/english/lexicon'
import { namesIn } from '../../../language/english/names'
import type { Claim } from '../claims/claim'
import type { Sentence } from '../sentences/sentence'

/** What other claims can lend as wrong options, by type and by list; grows section by section. */
export type Pool = {
  readonly title: string
  readonly text: string
  readonly byAnswerClass: Map<string, Claim[]>
  readonly byList: Map<string, Claim[]>
  readonly named: Set<string>
  readonly mentions: Map<string, Mention[]>
  /** Years and countries that the text mentions anywhere: "never mentions" must be true. */
  readonly years: ReadonlySet<string>
  /** Where the text first says a number, in words or digits. */
  readonly figures: ReadonlyMap<string, Span>
  readonly countries: ReadonlySet<string>
  readonly position: Map<string, number>
  /** Names that the text says so often that it is about them, in lower case. */
  readonly themes: ReadonlySet<string>
}

export const startPool = ({ text, title }: StructuredDocument): Pool => ({
  title,
  text,
  byAnswerClass: new Map(),
  byList: new Map(),
  named: new Set(),
  mentions: new Map(),
  years: new Set(text.match(/\d{2,4}/g)),
  figures: figuresIn(text),
  countries: countriesIn(text),
  position: new Map(),
  themes: themesOf(text),
})

const FIGURE =
  /(?<![\p{L}\p{N}.,-])(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?![\p{L}\p{N}])/giu

function figuresIn(text: string): Map<string, Span> {
  const found = new Map<string, Span>()
  for (const { 0: figure, index } of text.matchAll(FIGURE)) {
    const said = figure.toLowerCase()
    if (!found.has(said)) found.set(said, { start: index, end: index + figure.length })
  }
  return found
}

const FEWEST_OF_A_THEME = 6
const WORDS_PER_THEME = 120

/** Capitalised words inside sentences that recur more often than once in so many words. */
function themesOf(text: string): Set<string> {
  const times = new Map<string, number>()
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  for (const word of words) {
    if (/^\p{Lu}/u.test(word)) times.set(bare(word), (times.get(bare(word)) ?? 0) + 1)
  }
  const least = Math.max(FEWEST_OF_A_THEME, words.length / WORDS_PER_THEME)
  return new Set([...times].filter(([, count]) => count >= least).map(([word]) => word))
}

const bare = (word: string): string => word.toLowerCase().replace(/[’']s?$/, '')

/** True when an answer names nothing but what the whole text is about. */
export const isTheme = ({ themes }: Pool, answer: string): boolean => {
  const names = answer.match(/\p{Lu}[\p{L}\p{N}’'-]*/gu) ?? []
  return names.length > 0 && names.every((name) => themes.has(bare(name)))
}

/** Adds what a further section states and mentions; a name counts where the document first says it. */
export function addToPool(pool: Pool, claims: readonly Claim[], mentions: Iterable<Mention>): void {
  for (const mention of mentions) {
    if (pool.named.has(mention.text)) continue
    pool.named.add(mention.text)
    push(pool.mentions, mention.answerClass, mention)
  }
  for (const claim of claims) {
    push(pool.byAnswerClass, claim.answerClass, claim)
    if (claim.list) push(pool.byList, claim.list.factId, claim)
    pool.position.set(claim.fact.id, pool.position.size)
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

// Keeps the whole linear: only so many neighbours of the same type are looked at.
const REACH = 24

/** Claims of the same mark around one claim, nearest first. */
export function nearbyClaims(pool: Pool, claim: Claim, answerClass: string): Claim[] {
  const all = pool.byAnswerClass.get(answerClass) ?? []
  const at = lowerBound(all, pool, pool.position.get(claim.fact.id) ?? 0)
  const near = all.slice(Math.max(0, at - REACH), at + REACH + 1)
  const here = claim.fact.spans[0]?.start ?? 0
  const distance = (neighbour: Claim) => Math.abs((neighbour.fact.spans[0]?.start ?? 0) - here)
  return near.filter((neighbour) => neighbour !== claim).sort((a, b) => distance(a) - distance(b))
}

function lowerBound(claims: readonly Claim[], pool: Pool, position: number): number {
  let low = 0
  let high = claims.length
  while (low < high) {
    const middle = (low + high) >> 1
    const neighbour = claims[middle]
    if (neighbour && (pool.position.get(neighbour.fact.id) ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

function firstFrom(mentions: readonly Mention[], start: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.span.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Names of a type around one claim, nearest first. */
export function namesAround(pool: Pool, claim: Claim, answerClass: string): Mention[] {
  const all = pool.mentions.get(answerClass) ?? []
  const here = claim.fact.spans[0]?.start ?? 0
  const at = firstFrom(all, here)
  return all
    .slice(Math.max(0, at - REACH), at + REACH)
    .sort((a, b) => Math.abs(a.span.start - here) - Math.abs(b.span.start - here))
}

/** A name at its first mention in the document, with its type: a possible distractor for a name of the same type. */
export type Mention = {
  readonly text: string
  readonly answerClass: string
  readonly span: Span
}

const TYPED = new Set(['person', 'country', 'place', 'city', 'river', 'region', 'state', 'organization'])

/** "White", "Bush": a single dictionary word may not be the name of a person elsewhere. */
const isWord = (name: string, type: string): boolean =>
  type === 'person' && !name.includes(' ') && (nounKind(name.toLowerCase()) !== null || isVerbBase(name.toLowerCase()))

const canStand = (text: string, type: string): boolean => TYPED.has(type) && !isWord(text, type) && !COMPASS.test(text)
const COMPASS = /^(?:North|South|East|West|God|Lord|King|Queen|Pope|Emperor|President)$/

const articleBefore = (tokens: Sentence['tokens'], from: number): string =>
  tokens[from - 1]?.lower === 'the' ? ' the' : ''

// "Pierre Samuel du Pont": the name goes on.
const GOES_ON = /^(?:de|di|da|du|von|van|al|ibn|of)$/

/** Adds every typed name not seen before, in the order of the text. `like` tells names with an article from those without. */
export function collectMentions(found: Map<string, Mention>, sentences: readonly Sentence[]): void {
  for (const { tokens, span } of sentences) {
    for (const { from, to, text, type } of namesIn(tokens)) {
      if (found.has(text) || !canStand(text, type) || GOES_ON.test(tokens[to]?.lower ?? '')) continue
      found.set(text, { text, answerClass: `${type}${articleBefore(tokens, from)}`, span })
    }
  }
}
