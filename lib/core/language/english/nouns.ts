import { nounKind, rankOf, singularOf } from './lexicon'
import data from './nouns.json'

// Of the common nouns those that are worth recalling by themselves, and those that say little without "of what"; both were
// sorted by hand.
const SPECIFIC = new Set(data.specific.split(' '))
const OPEN = new Set(data.open.split(' '))
const COMMON = 7000

/** "liver", "tariff": names a definite thing; what is not among the commonest nouns does. "approach" and "growth" do not. */
export const isSpecificNoun = (word: string): boolean => {
  const singular = singularOf(word.toLowerCase())
  return SPECIFIC.has(singular) || (rankOf(word.toLowerCase()) > COMMON && nounKind(singular) !== null)
}

/** "the temperature", "symptoms": whose, or of what? */
export const isOpenNoun = (word: string): boolean => OPEN.has(singularOf(word.toLowerCase()))
