import type { DocumentPart } from '@/components/items/items-types'
import type { Block, Span } from '@/lib/core/document/document'
import { readingBlocks } from '@/lib/core/document/sentences-of-blocks'

// About thirty pages. Of a longer document only what stands around the items on screen is sent.
const WHOLE_CHARACTERS = 60_000
const AROUND_CHARACTERS = 400

type Text = { readonly text: string; readonly language: string; readonly blocks: readonly Block[] }

/** The document, or of a long one the blocks around the given spans, by sentences. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: to be divided into functions of its parts.
export function documentParts(document: Text, around: readonly Span[], evidence: readonly Span[]): DocumentPart[] {
  const { text, blocks } = document
  if (text.length <= WHOLE_CHARACTERS) return blocks.length === 0 ? [] : [partOf(document, blocks, evidence)]
  const near = new Set<number>()
  for (const { start, end } of around)
    for (const [at, { span }] of blocks.entries())
      if (span.start < end + AROUND_CHARACTERS && span.end > start - AROUND_CHARACTERS) near.add(at)
  const parts: Block[][] = []
  for (const [at, block] of blocks.entries()) {
    if (!near.has(at)) continue
    if (near.has(at - 1)) parts.at(-1)?.push(block)
    else parts.push([block])
  }
  return parts.map((part) => partOf(document, part, evidence))
}

function partOf({ text, language }: Text, blocks: readonly Block[], evidence: readonly Span[]): DocumentPart {
  const start = blocks[0]?.span.start ?? 0
  const end = blocks.at(-1)?.span.end ?? start
  const within = evidence.filter((span) => span.start < end && span.end > start)
  return { start, text: text.slice(start, end), blocks: readingBlocks({ text, language, blocks }, within) }
}
