import { nameKind, nounKind, singularOf } from '../../../language/english/lexicon'
import type { WordCase } from '../../../language/english/surface'
import type { SilentCheck } from './why-silent'
import type { WordCounts } from './word-counts'

/** What a reader of a single question knows: the title and the heading, and how the document writes its words. */
export type Known = {
  readonly title: string
  readonly topics: ReadonlySet<string>
  /** Those of the title alone: in the past tense a heading's "storm" is one that the text has yet to name. */
  readonly titled: ReadonlySet<string>
  /** Common nouns of the title: what a text on "Lighthouses" tells of one of them, "the lighthouse" does not say which. */
  readonly kinds: ReadonlySet<string>
  /** True while a sentence in the past tense is read: it tells of one thing, not of a kind. */
  readonly past: boolean
  readonly words: WordCase
  readonly counts: WordCounts
  /** Counts what is passed over, by check of the rubric: nothing is left out in silence. */
  readonly refuse: (check: SilentCheck) => void
  /** Takes a bare definite for known that the document may have introduced before: good enough for an author to judge. */
  readonly lenient: boolean
}

/**
 * Words of the title and heading: "the" before one of them points at the topic. A title names a kind whether it says
 * "fractures" or "a fracture"; a heading's plural may be told one by one below it.
 */
export function topicsOf(title: string, heading: string): Set<string> {
  const titled = wordsOf(title).flatMap((word) => [word, singularOf(word)])
  const country = namesCountry(title) ? ['country', 'republic', 'nation'] : []
  return new Set([...titled, ...country, ...wordsOf(heading)].filter((word) => word.length > 2))
}

/** The nouns of a title that is no name: "Lighthouse", "Bone fractures". */
export const kindsOf = (title: string): Set<string> =>
  // There is one oxygen, and many lighthouses.
  new Set(
    wordsOf(title).flatMap((word) =>
      nounKind(word) === null || nounKind(word) === 'substance' ? [] : [word, singularOf(word)],
    ),
  )

/** Of "The rivers of Peru", "the country" is Peru. One country: of two, either could be meant. */
const namesCountry = (title: string): boolean =>
  (title.match(/\p{Lu}[\p{L}’-]+/gu) ?? []).filter((word) => nameKind(word) === 'country').length === 1

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
