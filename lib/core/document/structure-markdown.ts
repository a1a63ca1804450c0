import type { SyntaxNode } from '@lezer/common'
import { parser, Table } from '@lezer/markdown'
import type { Block, Span } from './document'

/** Emphasis, links and the like do not tell blocks apart, and reading them takes most of the time. */
const INLINE = ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd']

const BLOCKS = parser.configure([Table, { remove: INLINE }])

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/
const TASK = /^\[[ xX]\](?=\s)/
// The parser takes a footnote for a paragraph.
const FOOTNOTE = /^\[\^[^\]\s]+\]:/

/**
 * Blocks of a Markdown text, their spans into the text. Front matter, code, HTML, quotes and footnotes are skipped. Linear
 * in the length of the text. `title`: the title that is known already, or null to take it from the first heading.
 */
export function structureMarkdown(text: string, title: string | null): Block[] {
  const reader = { text, shift: frontMatterOf(text).length }
  const blocks: Block[] = []
  for (const node of childrenOf(BLOCKS.parse(text.slice(reader.shift)).topNode)) {
    const block = readBlock(reader, node, blocks.at(-1) ?? null, title)
    if (block) blocks.push(block)
  }
  return blocks
}

/** `shift`: where the parsed part begins in the text. */
type Reader = { readonly text: string; readonly shift: number }

function readBlock(reader: Reader, node: SyntaxNode, above: Block | null, title: string | null): Block | null {
  const span = spanOf(reader, node.from, node.to)
  const level = Number(HEADING.exec(node.name)?.[1])
  if (level > 0) return readHeading(reader, node, level, above === null && title === null)
  if (node.name === 'Paragraph') {
    return FOOTNOTE.test(reader.text.slice(span.start, span.end)) ? null : { kind: 'paragraph', span }
  }
  if (node.name === 'Table') return { kind: 'table', rows: readRows(reader, node), span }
  if (node.name !== 'BulletList' && node.name !== 'OrderedList') return null
  const intro = above?.kind === 'paragraph' || above?.kind === 'heading' ? above.span : null
  return { kind: 'list', ordered: node.name === 'OrderedList', intro, members: readMembers(reader, node), span }
}

function readHeading(reader: Reader, node: SyntaxNode, level: number, mayBeTitle: boolean): Block {
  let [from, to] = [node.from, node.to]
  for (const mark of node.getChildren('HeaderMark')) {
    if (mark.from === node.from) from = mark.to
    else to = mark.from
  }
  const span = spanOf(reader, from, to)
  return mayBeTitle && level === 1 ? { kind: 'title', span } : { kind: 'heading', level, span }
}

/** The first paragraph of each item; what is nested deeper is part of its member. */
function readMembers(reader: Reader, list: SyntaxNode): Span[] {
  return list.getChildren('ListItem').flatMap((item) => {
    const first = childrenOf(item).find(({ name }) => name !== 'ListMark')
    if (first?.name !== 'Paragraph') return []
    const words = reader.text.slice(first.from + reader.shift, first.to + reader.shift)
    return [spanOf(reader, first.from + (TASK.exec(words)?.[0].length ?? 0), first.to)]
  })
}

function readRows(reader: Reader, table: SyntaxNode): Span[][] {
  return [...table.getChildren('TableHeader'), ...table.getChildren('TableRow')].map((row) => readCells(reader, row))
}

/** The parser makes no node for an empty cell, so cells are read from between the bars. */
function readCells(reader: Reader, row: SyntaxNode): Span[] {
  const bars = row.getChildren('TableDelimiter')
  const edges = [
    ...(bars[0]?.from === row.from ? [] : [row.from]),
    ...bars.flatMap((bar) => [bar.from, bar.to]),
    ...(bars.at(-1)?.to === row.to ? [] : [row.to]),
  ]
  const inner = bars[0]?.from === row.from ? edges.slice(1) : edges
  const cells: Span[] = []
  for (let at = 0; at + 1 < inner.length; at += 2) cells.push(spanOf(reader, inner[at] ?? 0, inner[at + 1] ?? 0))
  return cells
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/** Without white space at its ends. */
function spanOf({ text, shift }: Reader, from: number, to: number): Span {
  const words = text.slice(from + shift, to + shift)
  const start = from + shift + (words.length - words.trimStart().length)
  return { start, end: Math.max(start, start + words.trim().length) }
}

const FENCED = /^(---|\+\+\+)\n([\s\S]*?)\n\1(?=\n|$)/
const KEY = /^[A-Za-z_][\w -]*[:=]/
const GOES_ON = /^(?:\s|-|#|\[|\]|\}|$)/

/**
 * The YAML or TOML that a Markdown text opens with, fences and all; "" where there is none. A rule across the page, prose and
 * another rule are none: what was written there is read.
 */
export function frontMatterOf(text: string): string {
  const [fenced = '', , inside = ''] = FENCED.exec(text) ?? []
  const lines = inside.split('\n')
  return KEY.test(lines[0] ?? '') && lines.every((line) => KEY.test(line) || GOES_ON.test(line)) ? fenced : ''
}
