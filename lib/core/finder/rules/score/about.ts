import type { StructuredDocument } from '../../../document/document'
import { contentWords } from '../../../language/english/content-words'
import { type WordCounts, wordCountsOf } from '../sentences/reader-context'

/** What a document's items are weighed against. */
export type About = {
  readonly titled: ReadonlySet<string>
  readonly counts: WordCounts
  /** Marks of texts that were weighed just before: the ways to ask one claim share their words. */
  readonly told: Map<string, readonly string[]>
}

const MOST_TOLD = 500

export const aboutOf = (document: StructuredDocument): About => ({
  titled: new Set(contentWords(document.title)),
  counts: wordCountsOf(document),
  told: new Map(),
})

/** The marks of some words, found once for the ways that share them. */
export function onceTold({ told }: About, words: string, find: () => readonly string[]): readonly string[] {
  const before = told.get(words)
  if (before) return before
  if (told.size >= MOST_TOLD) told.clear()
  const found = find()
  told.set(words, found)
  return found
}
