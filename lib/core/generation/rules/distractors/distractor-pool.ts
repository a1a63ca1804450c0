import type { Span, StructuredDocument } from '../../../document/document'
import { isVerbBase, nounKind } from '../../../language/english/lexicon'
import { type Name, namesIn } from '../../../language/english/names'
import { lowerAt } from '../../../language/english/tokens'
import type { Claim } from '../claims/claim'
import type { Sentence } from '../sentences/sentence'

/** A wrong option and why it is wrong. */
export type Distractor = {
  readonly text: string
  readonly reason: string
  /** Where the document speaks of it. */
  readonly span?: Span
}

/** What other claims can lend as wrong options, by type and by list; grows section by section. */
export type Pool = {
  readonly title: string
  readonly text: string
  readonly byAnswerClass: Map<string, Claim[]>
  readonly byList: Map<string, Claim[]>
  readonly mentions: Map<string, Mention[]>
  readonly named: Set<string>
  /** Years that the text mentions anywhere: "never mentions" must be true. */
  readonly years: ReadonlySet<string>
  /** Numbers that the text says, in words or digits. */
  readonly figures: ReadonlySet<string>
  /** Names that the text says so often that it is about them, in lower case. */
  readonly themes: ReadonlySet<string>
}

export const startPool = ({ text, title }: StructuredDocument): Pool => ({
  title,
  text,
  byAnswerClass: new Map(),
  byList: new Map(),
  mentions: new Map(),
  named: new Set(),
  years: new Set(text.match(/\d{2,4}/g)),
  figures: new Set(text.toLowerCase().match(FIGURE)),
  themes: themesOf(text),
})

const FIGURE =
  /(?<![\p{L}\p{N}.,-])(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty)(?![\p{L}\p{N}])/giu

const FEWEST_OF_A_THEME = 6
const WORDS_PER_THEME = 120

/** Capitalised words that recur more often than once in so many words. */
function themesOf(text: string): Set<string> {
  const times = new Map<string, number>()
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  for (const word of words) if (/^\p{Lu}/u.test(word)) times.set(bare(word), (times.get(bare(word)) ?? 0) + 1)
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
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Claims of the same class around one claim, nearest first. */
export const nearbyClaims = ({ byAnswerClass }: Pool, claim: Claim): Claim[] =>
  nearest(byAnswerClass.get(claim.answerClass) ?? [], claim, beginOf).filter((neighbour) => neighbour !== claim)

/** Names of a class around one claim, nearest first. */
export const namesAround = ({ mentions }: Pool, claim: Claim, answerClass: string): Mention[] =>
  nearest(mentions.get(answerClass) ?? [], claim, ({ span }) => span.start)

const beginOf = ({ fact }: Claim): number => fact.spans[0]?.start ?? 0

// Keeps the whole linear: only so many neighbours are looked at.
const REACH = 24

/** Of things in the order of the text those around a claim. */
function nearest<T>(all: readonly T[], claim: Claim, placeOf: (thing: T) => number): T[] {
  const here = beginOf(claim)
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(all[middle] as T) < here) low = middle + 1
    else high = middle
  }
  const distance = (thing: T) => Math.abs(placeOf(thing) - here)
  return all.slice(Math.max(0, low - REACH), low + REACH + 1).sort((a, b) => distance(a) - distance(b))
}

/** A name at its first mention in the document, with its type: a possible distractor for a name of the same type. */
export type Mention = { readonly text: string; readonly answerClass: string; readonly span: Span }

const TYPED = /^(?:person|country|place|city|river|region|state|organization)$/
const TITLE = /^(?:North|South|East|West|God|Lord|King|Queen|Pope|Emperor|President)$/

/** "White", "Bush": a single dictionary word may not be the name of a person elsewhere. */
const isWord = (name: string): boolean =>
  !name.includes(' ') && (nounKind(name.toLowerCase()) !== null || isVerbBase(name.toLowerCase()))

/** Adds every typed name not seen before, in the order of the text; names with an article apart from those without. */
export function collectMentions(found: Map<string, Mention>, sentences: readonly Sentence[]): void {
  for (const { tokens, span } of sentences) {
    for (const name of namesIn(tokens)) {
      if (found.has(name.text) || !canStandAlone(name, lowerAt(tokens, name.to))) continue
      const answerClass = lowerAt(tokens, name.from - 1) === 'the' ? `${name.type} the` : name.type
      found.set(name.text, { text: name.text, answerClass, span })
    }
  }
}

/** Not "Pierre Samuel" of "Pierre Samuel du Pont". */
const canStandAlone = ({ type, text }: Name, next: string): boolean =>
  TYPED.test(type) &&
  !TITLE.test(text) &&
  !(type === 'person' && isWord(text)) &&
  !/^(?:de|di|da|du|von|van|al|ibn|of)$/.test(next)
