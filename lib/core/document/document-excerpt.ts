import type { Block, Span } from './document'

/** A stretch of a document; spans of its blocks count from its own beginning, which is `offset` in the document. */
export type Window = { readonly text: string; readonly blocks: readonly Block[]; readonly offset: number }

type Document = { readonly text: string; readonly blocks: readonly Block[] }

/** The blocks around a range, with the heading above them. */
export function cutWindow({ text, blocks }: Document, range: Span): Window {
  const touching = blocks.flatMap(({ span }, at) => (span.start < range.end && span.end > range.start ? [at] : []))
  const first = touching[0] ?? 0
  const last = touching.at(-1) ?? first
  const headings = blocks.slice(0, first + 1).flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
  // A heading far above would bring everything below it along.
  const from = headings.at(-1) === first - 1 ? first - 1 : first
  const within = blocks.slice(from, last + 1)
  const start = Math.min(range.start, within[0]?.span.start ?? range.start)
  const end = Math.max(range.end, within.at(-1)?.span.end ?? range.end)
  return { text: text.slice(start, end), blocks: within.map((block) => shiftBlock(block, -start)), offset: start }
}

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

function shiftBlock(block: Block, by: number): Block {
  const span = shift(block.span, by)
  if (block.kind === 'table')
    return { ...block, span, rows: block.rows.map((row) => row.map((cell) => shift(cell, by))) }
  if (block.kind !== 'list') return { ...block, span }
  const intro = block.intro && shift(block.intro, by)
  return { ...block, span, intro, members: block.members.map((member) => shift(member, by)) }
}
