import { TITLE_CHARACTERS } from '../shared/input-limits'
import type { Block, DocumentFormat, StructuredDocument } from './document'
import { hashText } from './hash-text'
import { normaliseText } from './normalise-text'
import { frontMatterOf, structureMarkdown } from './structure-markdown'
import { structureText } from './structure-text'

/**
 * A text with its structure. The text is normalised first: spans are UTF-16 offsets into the returned `text`.
 * `title` is the given one, else the first line or heading. `language` is `und`: `core/language` detects it.
 */
export function structureDocument(input: {
  title: string | null
  text: string
  format: DocumentFormat
}): StructuredDocument {
  const text = normaliseText(input.text)
  const given = input.title?.trim() || (input.format === 'md' ? frontTitle(text) : null)
  const read = input.format === 'md' ? structureMarkdown(text, given) : structureText(text, given)
  const blocks = titled(
    text,
    read.filter((block) => block.span.end > block.span.start),
    given,
  )
  return { title: given ?? titleOf(text, blocks), text, hash: hashText(text), language: 'und', blocks }
}

const TITLE_WORDS = 14

/** A Markdown text that begins with a line of its own, short and without a full stop: its title, even without a heading mark. */
function titled(text: string, blocks: Block[], given: string | null): Block[] {
  const [first, ...others] = blocks
  if (
    given !== null ||
    first?.kind !== 'paragraph' ||
    others.length === 0 ||
    others.some(({ kind }) => kind === 'title')
  )
    return blocks
  const line = text.slice(first.span.start, first.span.end)
  const isTitle = /^[\p{Lu}\p{N}“"][^\n]*[^.!;:,\n]$/u.test(line) && line.split(/\s+/).length <= TITLE_WORDS
  return isTitle ? [{ ...first, kind: 'title' }, ...others] : blocks
}

/** The title that the front matter gives. */
function frontTitle(text: string): string | null {
  return /^title[ \t]*[:=][ \t]*["']?(.+?)["']?[ \t]*$/m.exec(frontMatterOf(text))?.[1]?.trim() || null
}

/** Whether a document has a title of its own, given or in its text. If not, its first heading or line stands for it. */
export function hasOwnTitle({ title, text, blocks }: Pick<StructuredDocument, 'title' | 'text' | 'blocks'>): boolean {
  return blocks.some(({ kind }) => kind === 'title') || title !== titleOf(text, blocks)
}

function titleOf(text: string, blocks: readonly Block[]): string {
  const block = blocks.find(({ kind }) => kind === 'title') ?? blocks.find(({ kind }) => kind === 'heading')
  if (block) return shortened(text.slice(block.span.start, block.span.end).trim(), TITLE_CHARACTERS)
  const [line = ''] = text.trim().split('\n')
  const [sentence = ''] = line.trim().split(/(?<=\p{L}{3,}[.!?]) /u)
  return shortened(sentence.replace(/\.$/, ''), SENTENCE_CHARACTERS)
}

/** A sentence that stands for a title. */
const SENTENCE_CHARACTERS = 60

/** Cut after a word where it has several. */
function shortened(title: string, most: number): string {
  if (title.length <= most) return title
  const cut = title.slice(0, most - 1)
  return `${(cut.includes(' ') ? cut.replace(/\s+\S*$/, '') : cut).replace(/[\s,;:–—-]+$/, '')}…`
}
