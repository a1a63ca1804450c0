import type { DocumentFormat } from '../core/document/document'
import { isTooNested } from '../core/document/markdown-nesting'
import { normaliseText } from '../core/document/normalise-text'
import { DOCUMENT_BYTES, DOCUMENT_CHARACTERS } from '../core/shared/input-limits'
import { decodeText, type NotText } from './decode-text'
import { type DataFormat, findDataFormat } from './find-data-format'

export type Source =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly kind: 'text'; readonly text: string; readonly format?: DocumentFormat }
  /** The text of a document that was read before. */
  | { readonly kind: 'stored'; readonly text: string; readonly format: DocumentFormat }

export type Read =
  | {
      readonly kind: 'read'
      readonly text: string
      readonly format: DocumentFormat
      readonly encoding: string
      /** As the front matter of a Markdown file says it. */
      readonly title: string | null
    }
  | ReadRejection

/** Why a document was not read. Each is a sentence on screen (messages/en/document.json) and one line of the command. */
export type ReadRejection =
  | { readonly kind: 'rejected'; readonly reason: 'empty' }
  | { readonly kind: 'rejected'; readonly reason: 'blank' }
  | { readonly kind: 'rejected'; readonly reason: 'too-short'; readonly words: number }
  | { readonly kind: 'rejected'; readonly reason: 'too-many-bytes'; readonly bytes: number }
  | { readonly kind: 'rejected'; readonly reason: 'too-long'; readonly characters: number }
  /** Data or a page, to be read by a program and not by a person. */
  | { readonly kind: 'rejected'; readonly reason: 'not-prose'; readonly found: DataFormat }
  /** Quotes and lists within one another, more than are read. */
  | { readonly kind: 'rejected'; readonly reason: 'too-nested' }
  | NotText

// Fewer words than this state nothing that could be asked.
const LEAST_WORDS = 5
// Words are counted in the beginning only: the question is whether there are a handful.
const SAMPLE_CHARACTERS = 2_000
const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/i
const FRONT_MATTER = /^---\n.*?\n---(?:\n|$)/s
const TITLE = /^title:\s*["']?(.+?)["']?$/m
const MARKDOWN_HEADING = /^#{1,6} \S/m

/**
 * What was uploaded or pasted, as normalised text with its format; or why it is none. A stored text was accepted once and is
 * read as it is, whatever is refused today. Never throws.
 */
export async function readDocument(source: Source): Promise<Read> {
  const large = tooLarge(source)
  if (large) return large
  if (source.kind === 'stored') return acceptStored(source)
  if (source.kind === 'text') return accept(source.text, '', source.format ?? formatOf(source.text, ''), 'pasted')
  if (source.bytes.byteLength === 0) return { kind: 'rejected', reason: 'empty' }
  const decoded = await decodeText(source.bytes)
  if (decoded.kind === 'rejected') return decoded
  return accept(decoded.text, source.fileName, formatOf(decoded.text, source.fileName), decoded.encoding)
}

/** Told before anything is read or copied. */
export function tooLarge(source: Source): ReadRejection | null {
  const bytes = source.kind === 'bytes' ? source.bytes.byteLength : source.text.length
  return bytes > DOCUMENT_BYTES ? { kind: 'rejected', reason: 'too-many-bytes', bytes } : null
}

function accept(raw: string, fileName: string, format: DocumentFormat, encoding: string): Read {
  if (raw === '') return { kind: 'rejected', reason: 'empty' }
  const whole = normaliseText(raw)
  const head = format === 'md' ? (FRONT_MATTER.exec(whole)?.[0] ?? '') : ''
  const text = whole.slice(head.length).replace(/^\n+/, '')
  if (text.trim() === '') return { kind: 'rejected', reason: 'blank' }
  if (text.length > DOCUMENT_CHARACTERS) return { kind: 'rejected', reason: 'too-long', characters: text.length }
  const found = findDataFormat(text, fileName)
  if (found) return { kind: 'rejected', reason: 'not-prose', found }
  if (format === 'md' && isTooNested(text)) return { kind: 'rejected', reason: 'too-nested' }
  const words = countWords(text)
  if (words < LEAST_WORDS) return { kind: 'rejected', reason: 'too-short', words }
  return { kind: 'read', text, format, encoding, title: TITLE.exec(head)?.[1] ?? null }
}

/** Only what the parser cannot read in bounded time is refused here too: its deck stays as it is. */
function acceptStored({ text, format }: Extract<Source, { kind: 'stored' }>): Read {
  if (format === 'md' && isTooNested(text)) return { kind: 'rejected', reason: 'too-nested' }
  return { kind: 'read', text, format, encoding: 'stored', title: null }
}

function formatOf(text: string, fileName: string): DocumentFormat {
  return MARKDOWN_NAME.test(fileName) || MARKDOWN_HEADING.test(text) ? 'md' : 'txt'
}

function countWords(text: string): number {
  let words = 0
  const segments = new Intl.Segmenter('en', { granularity: 'word' }).segment(text.slice(0, SAMPLE_CHARACTERS))
  for (const { isWordLike } of segments) if (isWordLike) words += 1
  return words
}
