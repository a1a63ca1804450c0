import type { Span } from './document'

/** One line of a text without its line end, with what it looks like. */
export type Line = Span & {
  readonly text: string
  readonly indent: number
  readonly marker: Marker | null
}

/** A bullet or number at the start of a line; `content` is where the words begin. */
type Marker = { readonly ordinal: number | null; readonly content: number }

const BULLET = /^(\s*)(?:[•◦▪‣·●○–—*-])\s+(?=\S)/
const NUMBER = /^(\s*)(?:step\s+)?\(?(\d{1,2})[.):]\s+(?=\S)/i

/** Splits into lines, blank ones too. Linear. */
export function splitLines(text: string): Line[] {
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
