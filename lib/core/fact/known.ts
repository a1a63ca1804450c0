import { singularOf } from '../language/english/lexicon'
import type { WordCase } from '../language/english/surface'
import type { WordCounts } from './word-counts'

/** What a reader of a single question knows: the title and the heading, and how the document writes its words. */
export type Known = {
  readonly title: string
  readonly topics: ReadonlySet<string>
  readonly words: WordCase
  readonly counts: WordCounts
}

/**
 * Words of the title and heading: "the" before one of them points at the topic. A title names a kind whether it says
 * "fractures" or "a fracture"; a heading's plural may be told one by one below it.
 */
export function topicsOf(title: string, heading: string): Set<string> {
  const titled = wordsOf(title).flatMap((word) => [word, singularOf(word)])
  return new Set([...titled, ...wordsOf(heading)].filter((word) => word.length > 2))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
