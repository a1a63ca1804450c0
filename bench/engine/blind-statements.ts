import type { Deck, ShownItem } from './blind-strategies'
import { contentOf } from './words'

/** Whether a statement is held for true, told without the document; null where the strategy has nothing to say. */
export type Guess = (item: ShownItem, deck: Deck) => boolean | null

const NAME = /[\p{Ll},] +\p{Lu}\p{Ll}/u

/** True above the middle of the deck's statements, false below it. */
const above =
  (measure: (item: ShownItem, deck: Deck) => number): Guess =>
  (item, deck) => {
    const all = deck.items
      .filter(({ type }) => type === 'true-false')
      .map((other) => measure(other, deck))
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
  const uses = [...contentOf(item.stem)].map((word) => others.filter((other) => other.has(word)).length)
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
