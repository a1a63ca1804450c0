import type { Block, Span } from './document'

const HEADING_WORDS = 14
// A line at least this long that does not end a sentence was wrapped by hand: the next one continues it.
const WRAPPED_CHARACTERS = 45
const HASHES = /^(#{1,6})\s+(?=\S)/

/** Blocks of a plain text: title, headings (`## …` or short lines without a final mark), lists, paragraphs. Linear. */
export function structureText(text: string, title: string | null): Block[] {
  const lines = splitLines(text)
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]
    if (!line || line.text.trim() === '') at += 1
    else at = readBlock(lines, at, line, blocks, title)
  }
  return blocks
}

function readBlock(lines: readonly Line[], at: number, line: Line, blocks: Block[], title: string | null): number {
  if (startsList(line, blocks)) return readList(lines, at, blocks)
  const hashes = HASHES.exec(line.text)
  if (!hashes && !looksLikeHeading(lines, at, line)) return readParagraph(lines, at, blocks)
  const span = trimmed(line, hashes?.[0].length ?? 0)
  const names = blocks.length === 0 && (title === null || line.text.trim() === title)
  blocks.push(names ? { kind: 'title', span } : { kind: 'heading', level: hashes?.[1]?.length ?? 2, span })
  return at + 1
}

const trimmed = (line: Line, skip: number): Span => ({ start: line.start + Math.max(skip, line.indent), end: line.end })

const startsList = (line: Line, blocks: readonly Block[]): boolean =>
  line.marker !== null && (line.marker.ordinal === null || line.marker.ordinal === 1 || blocks.at(-1)?.kind === 'list')

function looksLikeHeading(lines: readonly Line[], at: number, line: Line): boolean {
  const text = line.text.trim()
  if (/[.!?;:,…]["”’)]?$/.test(text) || text.split(/\s+/).length > HEADING_WORDS) return false
  if (!/^[\p{Lu}\p{N}"“‘(]/u.test(text)) return false
  const next = lines[at + 1]
  if (!next || next.text.trim() === '') return true
  return text.length < WRAPPED_CHARACTERS && /^[\s]*[\p{Lu}\p{N}"“•*-]/u.test(next.text)
}

function readParagraph(lines: readonly Line[], from: number, blocks: Block[]): number {
  let at = from
  while (continues(lines[at], lines[at + 1])) at += 1
  const first = lines[from]
  const last = lines[at]
  if (first && last) blocks.push({ kind: 'paragraph', span: { start: first.start + first.indent, end: last.end } })
  return at + 1
}

function continues(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || next.text.trim() === '' || HASHES.test(next.text)) return false
  const broken = !/[.!?:;…]["”’)]?$/.test(line.text) && line.text.length >= WRAPPED_CHARACTERS
  if (next.marker) return broken && next.marker.ordinal !== null && next.marker.ordinal !== 1
  return broken || (line.text.length >= WRAPPED_CHARACTERS && /^\p{Ll}/u.test(next.text))
}

function readList(lines: readonly Line[], from: number, blocks: Block[]): number {
  const first = lines[from]
  const members: Span[] = []
  let end = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.text.trim() === '') continue
    if (!takeMember(lines, at, line, first, members)) break
    end = at
  }
  const span = { start: first?.start ?? 0, end: lines[end]?.end ?? 0 }
  blocks.push({ kind: 'list', ordered: first?.marker?.ordinal !== null, intro: introOf(blocks), members, span })
  return end + 1
}

/** Adds a line to the members, as a new one or as the rest of the last; false when it is outside the list. */
function takeMember(lines: readonly Line[], at: number, line: Line, first: Line | undefined, members: Span[]): boolean {
  if (line.marker) {
    if (!joins(line, first, members.length)) return false
    // Deeper levels belong to the member above; they are not members of this list.
    if (line.indent <= (first?.indent ?? 0) + 1) members.push({ start: line.marker.content, end: line.end })
    return true
  }
  if (!continuesMember(lines, at, line)) return false
  const member = members.pop()
  if (member) members.push({ start: member.start, end: line.end })
  return true
}

function joins(line: Line, first: Line | undefined, count: number): boolean {
  const numbered = line.marker?.ordinal ?? null
  const opened = first?.marker?.ordinal ?? null
  if (line.indent > (first?.indent ?? 0) + 1) return true
  return opened === null ? numbered === null : numbered === opened + count
}

// A wrapped line of a member stands directly under it and is indented or begins in lower case.
function continuesMember(lines: readonly Line[], at: number, line: Line): boolean {
  const above = lines[at - 1]
  return above !== undefined && above.text.trim() !== '' && (line.indent >= 2 || /^\p{Ll}/u.test(line.text.trim()))
}

/** The line above the list when it announces members. */
function introOf(blocks: readonly Block[]): Span | null {
  const last = blocks.at(-1)
  return last && (last.kind === 'paragraph' || last.kind === 'heading') ? last.span : null
}

/** One line of a text without its line end, with what it looks like. */
type Line = Span & {
  readonly text: string
  readonly indent: number
  readonly marker: Marker | null
}

/** A bullet or number at the start of a line; `content` is where the words begin. */
type Marker = { readonly ordinal: number | null; readonly content: number }

const BULLET = /^(\s*)(?:[•◦▪‣·●○–—*-])\s+(?=\S)/
const NUMBER = /^(\s*)(?:step\s+)?\(?(\d{1,2})[.):]\s+(?=\S)/i

/** Splits into lines, blank ones too. Linear. */
function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    lines.push(lineAt(text.slice(start, end), start, end))
    start = end + 1
  }
  return lines
}

function lineAt(text: string, start: number, end: number): Line {
  return { text, start, end, indent: text.length - text.trimStart().length, marker: markerOf(text, start) }
}

function markerOf(text: string, start: number): Marker | null {
  const bullet = BULLET.exec(text)
  if (bullet) return { ordinal: null, content: start + bullet[0].length }
  const number = NUMBER.exec(text)
  if (number) return { ordinal: Number(number[2]), content: start + number[0].length }
  return null
}
