import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Span } from './document'

type Point = { readonly offset?: number | undefined }
type Position = { readonly start: Point; readonly end: Point }
type Node = {
  readonly type: string
  readonly depth?: number | undefined
  readonly ordered?: boolean | null | undefined
  readonly children?: readonly Node[] | undefined
  readonly position?: Position | undefined
}

const FRONT_MATTER = /^(---|\+\+\+)\n[\s\S]*?\n\1(?=\n|$)/

/** Blocks of a Markdown text through mdast positions, so that spans are into the text. Front matter, code, HTML and quotes are skipped. */
export function structureMarkdown(text: string, title: string | null): Block[] {
  const front = FRONT_MATTER.exec(text)?.[0].length ?? 0
  const root: Node = unified().use(remarkParse).use(remarkGfm).parse(text.slice(front))
  const blocks: Block[] = []
  for (const node of root.children ?? []) {
    const block = blockOf(node, front, blocks, title)
    if (block) blocks.push(block)
  }
  return blocks
}

function blockOf(node: Node, shift: number, blocks: readonly Block[], title: string | null): Block | null {
  const span = spanOf(node, shift)
  if (node.type === 'heading') return headingOf(node, shift, blocks, title)
  if (node.type === 'paragraph') return { kind: 'paragraph', span }
  if (node.type === 'list') return listOf(node, shift, span, blocks)
  if (node.type === 'table') {
    return {
      kind: 'table',
      rows: (node.children ?? []).map((row) => (row.children ?? []).map((cell) => inner(cell, shift))),
      span,
    }
  }
  return null
}

function headingOf(node: Node, shift: number, blocks: readonly Block[], title: string | null): Block {
  const span = inner(node, shift)
  const first = blocks.length === 0 && node.depth === 1
  return first && title === null ? { kind: 'title', span } : { kind: 'heading', level: node.depth ?? 2, span }
}

function listOf(node: Node, shift: number, span: Span, blocks: readonly Block[]): Block {
  const members = (node.children ?? []).flatMap((item) => {
    const first = item.children?.[0]
    return first?.type === 'paragraph' ? [spanOf(first, shift)] : []
  })
  const last = blocks.at(-1)
  const intro = last && (last.kind === 'paragraph' || last.kind === 'heading') ? last.span : null
  return { kind: 'list', ordered: node.ordered === true, intro, members, span }
}

/** The span of a node's words, without its own marks (`##`, table bars). */
function inner(node: Node, shift: number): Span {
  const first = node.children?.[0]
  const last = node.children?.at(-1)
  return first && last ? { start: spanOf(first, shift).start, end: spanOf(last, shift).end } : spanOf(node, shift)
}

function spanOf(node: Node, shift: number): Span {
  const start = (node.position?.start.offset ?? 0) + shift
  return { start, end: (node.position?.end.offset ?? 0) + shift }
}
