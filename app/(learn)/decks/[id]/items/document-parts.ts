import type { DocumentPart } from '@/components/items/items-types'
import type { Block, Span } from '@/lib/core/document/document'
import { readingBlocks } from '@/lib/core/language/sentences-of-blocks'

// About thirty pages. Of a longer document only what stands around the items on screen is sent.
const WHOLE_CHARACTERS = 60_000
const AROUND_CHARACTERS = 400

type Text = { readonly text: string; readonly blocks: readonly Block[] }

/** The document, or of a long one the blocks around the given spans, by sentences. */
export function documentParts(document: Text, around: readonly Span[], evidence: readonly Span[]): DocumentPart[] {
  const { text, blocks } = document
  if (text.length <= WHOLE_CHARACTERS) return blocks.length === 0 ? [] : [partOf(document, blocks, evidence)]
  return runsNear(blocks, around).map((run) => partOf(document, run, evidence))
}

/** The blocks near one of the spans, those that follow each other together. */
function runsNear(blocks: readonly Block[], spans: readonly Span[]): Block[][] {
  const isNear = ({ span }: Block) =>
    spans.some(({ start, end }) => span.start < end + AROUND_CHARACTERS && span.end > start - AROUND_CHARACTERS)
  const runs: Block[][] = []
  let wasNear = false
  for (const block of blocks) {
    const near = isNear(block)
    if (near && wasNear) runs.at(-1)?.push(block)
    else if (near) runs.push([block])
    wasNear = near
  }
  return runs
}

function partOf({ text }: Text, blocks: readonly Block[], evidence: readonly Span[]): DocumentPart {
  const start = blocks[0]?.span.start ?? 0
  const end = blocks.at(-1)?.span.end ?? start
  const within = evidence.filter((span) => span.start < end && span.end > start)
  return { start, text: text.slice(start, end), blocks: readingBlocks({ text, blocks }, within) }
}
