import type { DocumentFormat, Span } from '../document/document'

/** Running text of one block, on one line and without inline marks, that remembers where each character stands. */
export type Passage = {
  readonly text: string
  /** `at[i]` is the document offset of `text[i]`; one entry more for the end. */
  readonly at: readonly number[]
}

// Emphasis, code, images, links, footnote marks: what Markdown adds around words.
const MARKS = /!?\[([^\]\n]*)\]\([^)\n]*\)|\[\^[^\]\n]*\]|[*_~`]+/g

type Writer = { text: string; readonly at: number[] }

/** Reads a span as one line. For Markdown the marks are left out and the words keep their offsets. */
export function passageOf(text: string, span: Span, format: DocumentFormat): Passage {
  const writer: Writer = { text: '', at: [] }
  if (format === 'txt') keep(writer, text, span.start, span.end)
  else keepWords(writer, text, span)
  writer.at.push(span.end)
  return writer
}

/** Copies characters with their offsets; a run of white space becomes one space. */
function keep(writer: Writer, text: string, from: number, to: number): void {
  let start = from
  for (const run of text.slice(from, to).match(/\S+(?: \S+)*|\s+/g) ?? []) {
    if (run.trim() !== '') copy(writer, run, start)
    else if (writer.text !== '' && !writer.text.endsWith(' ')) copy(writer, ' ', start)
    start += run.length
  }
}

function copy(writer: Writer, run: string, start: number): void {
  writer.text += run
  for (let n = 0; n < run.length; n++) writer.at.push(start + n)
}

function keepWords(writer: Writer, text: string, span: Span): void {
  const slice = text.slice(span.start, span.end)
  let from = 0
  for (const mark of slice.matchAll(MARKS)) {
    keep(writer, text, span.start + from, span.start + mark.index)
    const words = mark[1]
    if (words !== undefined) {
      const open = span.start + mark.index + mark[0].indexOf('[') + 1
      keep(writer, text, open, open + words.length)
    }
    from = mark.index + mark[0].length
  }
  keep(writer, text, span.start + from, span.end)
}

/** The document span of `[start, end)` of a passage. */
export function spanIn(passage: Passage, start: number, end: number): Span {
  const first = passage.at[start] ?? 0
  const last = end > start ? passage.at[end - 1] : undefined
  return { start: first, end: last === undefined ? first : last + 1 }
}
