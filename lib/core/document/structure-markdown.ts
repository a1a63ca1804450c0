import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Span } from './document'
import { frontMatterOf } from './front-matter'
import {
  isPlainStart,
  type MarkdownLine,
  markdownLines,
  type PlainBlock,
  plainBlockAt,
  startsAnew,
} from './plain-markdown'

type Point = { readonly offset?: number | undefined }
type Position = { readonly start: Point; readonly end: Point }
type Node = {
  readonly type: string
  readonly depth?: number | undefined
  readonly ordered?: boolean | null | undefined
  readonly children?: readonly Node[] | undefined
  readonly position?: Position | undefined
}

/**
 * Blocks of a Markdown text, their spans into the text. Front matter, code, HTML and quotes are skipped. What is told by its
 * lines is; only the rest is parsed, piece by piece: the parser is slow, and quadratic in the length of what it reads. Linear.
 */
export function structureMarkdown(text: string, title: string | null): Block[] {
  const lines = markdownLines(text, frontMatterOf(text).length)
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const plain = plainBlockAt(lines, at)
    if (plain) blocks.push(blockOfPlain(plain, blocks, title))
    if (plain) at = plain.next
    else if (lines[at]?.text === '') at += 1
    else at = parsePiece(text, lines, at, blocks, title)
  }
  return blocks
}

function blockOfPlain(plain: PlainBlock, blocks: readonly Block[], title: string | null): Block {
  const { span } = plain
  if (plain.kind === 'heading') return headingAt(span, plain.level, blocks, title)
  if (plain.kind === 'paragraph') return { kind: 'paragraph', span }
  return { kind: 'list', ordered: plain.ordered, intro: introOf(blocks), members: plain.members, span }
}

const PARSER = unified().use(remarkParse).use(remarkGfm).use(withoutInline)

/** Parses from a line up to the next that surely begins a block of its own. */
function parsePiece(
  text: string,
  lines: readonly MarkdownLine[],
  from: number,
  blocks: Block[],
  title: string | null,
): number {
  const start = lines[from]?.start ?? 0
  let to = nextClean(lines, from + 1, start)
  let nodes = parse(text.slice(start, lines[to]?.start))
  while (to < lines.length && isOpen(nodes)) {
    // Twice as much is tried, so that the whole stays linear.
    to = nextClean(lines, 2 * to - from, start)
    nodes = parse(text.slice(start, lines[to]?.start))
  }
  for (const node of nodes) blocks.push(...blockOf(node, start, blocks, title))
  return to
}

const parse = (text: string): readonly Node[] => (PARSER.parse(text.trimEnd()) as Node).children ?? []

/** Code or HTML whose end may be further on. */
const isOpen = (nodes: readonly Node[]): boolean => /^(?:code|html)$/.test(nodes.at(-1)?.type ?? '')

// Each call of the parser costs as much as this many characters.
const LEAST_PARSED = 4_000

/** The next line that begins a block whatever stands above it: a plain one, or any once there is enough to parse. */
function nextClean(lines: readonly MarkdownLine[], from: number, start: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    const isEnough = line !== undefined && line.start - start >= LEAST_PARSED
    if (line && lines[at - 1]?.text === '' && (isPlainStart(line) || (isEnough && startsAnew(line)))) return at
  }
  return lines.length
}

// Marks inside a line do not tell blocks apart, and reading them takes most of the time.
const INLINE = [
  'attention',
  'autolink',
  'autolinkLiteral',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
]

function withoutInline(this: { data(): { micromarkExtensions?: unknown[] } }): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: INLINE } }]
}

function blockOf(node: Node, shift: number, blocks: readonly Block[], title: string | null): Block[] {
  const span = spanOf(node, shift)
  if (node.type === 'heading') return [headingAt(inner(node, shift), node.depth ?? 2, blocks, title)]
  if (node.type === 'paragraph') return [{ kind: 'paragraph', span }]
  if (node.type === 'list') return [listOf(node, shift, span, blocks)]
  if (node.type !== 'table') return []
  const rows = (node.children ?? []).map((row) => (row.children ?? []).map((cell) => inner(cell, shift)))
  return [{ kind: 'table', rows, span }]
}

const headingAt = (span: Span, depth: number, blocks: readonly Block[], title: string | null): Block =>
  blocks.length === 0 && depth === 1 && title === null
    ? { kind: 'title', span }
    : { kind: 'heading', level: depth, span }

function listOf(node: Node, shift: number, span: Span, blocks: readonly Block[]): Block {
  const members = (node.children ?? []).flatMap((item) => {
    const first = item.children?.[0]
    return first?.type === 'paragraph' ? [spanOf(first, shift)] : []
  })
  return { kind: 'list', ordered: node.ordered === true, intro: introOf(blocks), members, span }
}

/** What stands right above a list may announce it. */
function introOf(blocks: readonly Block[]): Span | null {
  const last = blocks.at(-1)
  return last && (last.kind === 'paragraph' || last.kind === 'heading') ? last.span : null
}

/** The span of a node's words, without its own marks (`##`, table bars). */
function inner(node: Node, shift: number): Span {
  const first = node.children?.[0]
  const last = node.children?.at(-1)
  // What the parser made of an address has no place.
  return first?.position && last?.position
    ? { start: spanOf(first, shift).start, end: spanOf(last, shift).end }
    : spanOf(node, shift)
}

function spanOf(node: Node, shift: number): Span {
  const start = (node.position?.start.offset ?? 0) + shift
  return { start, end: (node.position?.end.offset ?? 0) + shift }
}
