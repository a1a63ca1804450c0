import type { Block, Span } from '../document/document'
import { sentencesIn } from './sentences-in'

/** A block as it is read: a heading, or pieces of text (sentences, members, cells). */
export type ReadingBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly units: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly units: readonly Span[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Span[])[] }

/**
 * The blocks of a text cut into units, in the order of the text. A unit is a sentence, a member of a list or a cell of a
 * table; no evidence begins in one unit and ends in the next, whatever the sentence splitter makes of abbreviations.
 */
export function readingBlocks(
  document: { readonly text: string; readonly blocks: readonly Block[] },
  evidence: readonly Span[],
): readonly ReadingBlock[] {
  return document.blocks.flatMap((block): ReadingBlock[] => {
    if (block.kind === 'title') return []
    if (block.kind === 'heading') return [{ kind: 'heading', level: block.level, span: block.span }]
    if (block.kind === 'list') return [{ kind: 'list', ordered: block.ordered, units: block.members }]
    if (block.kind === 'table') return [{ kind: 'table', rows: block.rows }]
    return [{ kind: 'paragraph', units: sentencesOf(document.text, block.span, evidence) }]
  })
}

function sentencesOf(text: string, { start, end }: Span, evidence: readonly Span[]): readonly Span[] {
  const begins = sentencesIn(text, { start, end }).map(({ span }, at) => (at === 0 ? start : span.start))
  const kept = begins.filter((at) => at === start || !evidence.some((span) => span.start < at && at < span.end))
  return kept.map((at, index) => ({ start: at, end: kept[index + 1] ?? end }))
}
