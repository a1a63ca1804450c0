import type { WrittenItem } from '../../lib/core/item/item'
import { contentOf, jaccard, wordsOf } from './words'

/** A score for each option, by what is shown before the answer and the rest of the deck; the option with the highest is chosen. */
export type Strategy = (item: ShownItem, deck: Deck) => readonly number[]

/** What a learner sees of an item before any answer. */
export type ShownItem = Pick<WrittenItem, 'id' | 'type' | 'stem' | 'options'>

export function shownItem({ id, type, stem, options }: WrittenItem): ShownItem {
  return { id, type, stem, options }
}

/** What a learner sees before any answer: all shown items of one document, or one quiz. */
export type Deck = { readonly items: readonly ShownItem[]; readonly optionCounts: ReadonlyMap<string, number> }

/** The items as shown, with how often each option stands in them. */
export function deckOf(items: readonly WrittenItem[]): Deck {
  const shown = items.map(shownItem)
  const optionCounts = new Map<string, number>()
  for (const option of shown.flatMap(({ options }) => options))
    optionCounts.set(option, (optionCounts.get(option) ?? 0) + 1)
  return { items: shown, optionCounts }
}

const each = (strategy: (option: string, item: ShownItem, deck: Deck, at: number) => number): Strategy => {
  return (item, deck) => item.options.map((option, at) => strategy(option, item, deck, at))
}

const less =
  (strategy: Strategy): Strategy =>
  (item, deck) =>
    strategy(item, deck).map((score) => -score)

const length = each((option) => option.length)

const position = (place: number): Strategy =>
  each((_, { options }, __, at) => Number(at === (place < 0 ? options.length + place : place)))

const overlap = each((option, { stem }) => {
  const words = new Set(wordsOf(stem))
  return wordsOf(option).filter((word) => words.has(word)).length / Math.max(1, wordsOf(option).length)
})

const alike = each((option, { options }) => options.reduce((sum, rival) => sum + jaccard(option, rival), 0))

const frequency = each((option, _, { optionCounts }) => optionCounts.get(option) ?? 0)

/** Said in the stems of other items: one must not answer another, nor be told by its silence. */
const saidElsewhere = each((option, item, { items }) => {
  const sought = ` ${wordsOf(option).join(' ')} `
  return items.filter(({ id, stem }) => id !== item.id && ` ${wordsOf(stem).join(' ')} `.includes(sought)).length
})

/** "a" and "an" before a gap or a question's end, "is" and "are" around it. */
const agreement = each((option, { stem }) => {
  const article = /\b(an?)\s*(?:_{3,}|[?:]?$)/i.exec(stem)?.[1]?.toLowerCase()
  const verb = /_{3,}\s+(is|was|has|are|were|have)\b/i.exec(stem)?.[1]?.toLowerCase()
  const noun = /\b(?:which|what)\s+(\p{L}+)\b/iu.exec(stem)?.[1]?.toLowerCase()
  const isPlural = /[^s]s$/i.test(option) || /\band\b/.test(option)
  return (
    (article ? Number((article === 'an') === /^[aeiou]/i.test(option)) : 0) +
    (verb ? Number(/^(?:are|were|have)$/.test(verb) === isPlural) : 0) +
    (noun && /[^s]s$/.test(noun) ? Number(isPlural) : 0)
  )
})

const numberIn = (option: string): number =>
  Number(/\d[\d,]*(?:\.\d+)?/.exec(option)?.[0].replaceAll(',', '') ?? Number.NaN)

const numeric =
  (strategy: (numbers: readonly number[]) => readonly number[]): Strategy =>
  ({ options }) => {
    const numbers = options.map(numberIn)
    return numbers.some(Number.isNaN) ? options.map(() => 0) : strategy(numbers)
  }

const middle = numeric((numbers) => {
  const sorted = [...numbers].sort((left, right) => left - right)
  const centre = (sorted.length - 1) / 2
  return numbers.map((number) => -Math.round(Math.abs(sorted.indexOf(number) - centre)))
})

const zeros = numeric((numbers) => numbers.map((number) => /0*$/.exec(String(Math.trunc(number)))?.[0].length ?? 0))

const capital = each((option) => Number(/^\p{Lu}/u.test(option)))

/** Ways to choose an option without the document, after the literature on testwiseness (Millman, Bishop and Ebel 1965). */
export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  'longest option': length,
  'shortest option': less(length),
  'first position': position(0),
  'second position': position(1),
  'third position': position(2),
  'fourth position': position(3),
  'last position': position(-1),
  'most words of the stem': overlap,
  'fewest words of the stem': less(overlap),
  'agrees with the stem': agreement,
  'most frequent in the deck': frequency,
  'least frequent in the deck': less(frequency),
  'most like the others': alike,
  'least like the others': less(alike),
  'smallest number': numeric((numbers) => numbers.map((number) => -number)),
  'largest number': numeric((numbers) => numbers),
  'middle number': middle,
  'roundest number': zeros,
  'with a capital': capital,
}

/** Ways that use the other questions of one quiz. */
export const QUIZ_STRATEGIES: Readonly<Record<string, Strategy>> = {
  'most said in other stems': saidElsewhere,
  'least said in other stems': less(saidElsewhere),
}

/** Whether a statement is held for true, told without the document; null where the strategy has nothing to say. */
export type Guess = (item: ShownItem, deck: Deck) => boolean | null

const NAME = /[\p{Ll},] +\p{Lu}\p{Ll}/u

/** True above the middle of the deck's statements, false below it. */
const above =
  (measure: (item: ShownItem, deck: Deck) => number): Guess =>
  (item, deck) => {
    const all = deck.items
      .filter(({ type }) => type === 'true-false')
      .map((statement) => measure(statement, deck))
      .sort((left, right) => left - right)
    const middle = ((all[(all.length - 1) >> 1] ?? 0) + (all[all.length >> 1] ?? 0)) / 2
    const own = measure(item, deck)
    return own === middle ? null : own > middle
  }

/** How many of a statement's words other items use: what a deck repeats is likely so. */
const familiar = (item: ShownItem, { items }: Deck): number => {
  const others = items
    .filter(({ id }) => id !== item.id)
    .map(({ stem, options }) => contentOf([stem, ...options].join(' ')))
  const uses = [...contentOf(item.stem)].map((word) => others.filter((words) => words.has(word)).length)
  return Math.min(...uses, Number.MAX_SAFE_INTEGER)
}

const withPattern =
  (pattern: RegExp): Guess =>
  ({ stem }) =>
    pattern.test(stem)

/** Ways to judge a statement without the document. */
export const GUESSES: Readonly<Record<string, Guess>> = {
  'always True': () => true,
  'always False': () => false,
  'number or year → True': withPattern(/\d/),
  'year → True': withPattern(/\b(?:1\d{3}|20\d{2})\b/),
  'name → True': withPattern(NAME),
  'longer statement → True': above(({ stem }) => stem.length),
  'absolute word → False': ({ stem }) => (/\b(?:all|always|never|only|every|none|no)\b/i.test(stem) ? false : null),
}

/** Ways that use the other questions of one quiz. */
export const QUIZ_GUESSES: Readonly<Record<string, Guess>> = {
  'rarest word known from other items → True': above(familiar),
}
