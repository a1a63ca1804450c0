import { sentencesOf } from '@/components/items/document-sentences'
import type { Block, Evidence } from '@/lib/core/document/document'
import { readingBlocks } from '@/lib/core/language/sentences-of-blocks'

const MOST_FOUND = 20

/** The first sentences of a document that have all of the words, or parts of words, in any order and in either case. */
export function findSentences(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  words: string,
): readonly Evidence[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const hasAll = (part: string) => wanted.every((word) => fold(part).includes(word))
  // A book is not cut into sentences as a whole.
  const near = blocks.filter(({ span }) => hasAll(text.slice(span.start, span.end)))
  return sentencesOf({ parts: [{ start: 0, text, blocks: readingBlocks({ text, blocks: near }, []) }] })
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end).trim() }))
    .filter(({ quote }) => hasAll(quote))
    .slice(0, MOST_FOUND)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
