import type { StructuredDocument } from '../../../document/document'
import { contentWords } from '../../../language/english/content-words'
import { type WordCounts, wordCountsOf } from '../sentences/reader-context'

/** What a document's items are weighed against. */
export type FeatureContext = {
  readonly titled: ReadonlySet<string>
  readonly counts: WordCounts
  /** Marks of texts that were weighed just before: the ways to ask one claim share their words. */
  readonly told: Map<string, readonly string[]>
}

const MOST_TOLD = 500

export const featureContextOf = (document: StructuredDocument): FeatureContext => ({
  titled: new Set(contentWords(document.title)),
  counts: wordCountsOf(document),
  told: new Map(),
})

/** The marks of some words, found once for the ways that share them. */
export function cachedFeatures(
  { told }: FeatureContext,
  words: string,
  find: () => readonly string[],
): readonly string[] {
  const before = told.get(words)
  if (before) return before
  if (told.size >= MOST_TOLD) told.clear()
  const found = find()
  told.set(words, found)
  return found
}

/** The names of what holds. */
export const trueNames = (holds: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(holds).filter((name) => holds[name])

/** Which of the ranges between edges a number is in: `bucket(5, 2, 6)` is 1. */
export function bucket(value: number, ...edges: readonly number[]): number {
  const at = edges.findIndex((edge) => value <= edge)
  return at < 0 ? edges.length : at
}
