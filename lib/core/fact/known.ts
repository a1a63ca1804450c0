import type { WordCase } from '../language/english/surface'
import type { WordCounts } from './word-counts'

/** What a reader of a single question knows: the title and the heading, and how the document writes its words. */
export type Known = {
  readonly title: string
  readonly topics: ReadonlySet<string>
  readonly words: WordCase
  readonly counts: WordCounts
}

/** Words of the title and heading, as they stand: "the" before one of them points at the topic. */
export const topicsOf = (...texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) => word.length > 2))
