import { distance } from 'fastest-levenshtein'

/** A piece of a text; `lit` if it matches the search. */
export type HighlightPiece = { readonly text: string; readonly lit: boolean }

/** Characters that the database puts around a match; they are removed from a text that has them itself. */
export const HIGHLIGHT_START = '\uE000'
export const HIGHLIGHT_END = '\uE001'

/** Never throws, even if the text itself has these characters. */
export function highlightPieces(marked: string): readonly HighlightPiece[] {
  const [first = '', ...rest] = marked.split(HIGHLIGHT_START)
  const pieces = rest.flatMap((part): HighlightPiece[] => {
    const [lit = '', ...plain] = part.split(HIGHLIGHT_END)
    return [
      { text: lit, lit: true },
      { text: plain.join(''), lit: false },
    ]
  })
  return [{ text: first.replaceAll(HIGHLIGHT_END, ''), lit: false }, ...pieces].filter(({ text }) => text !== '')
}

/** With bullets in place of the marks of list entries; the length stays. */
export function withPoints(pieces: readonly HighlightPiece[]): readonly HighlightPiece[] {
  return pieces.map(({ text, lit }, at) => {
    const begins = /(?:^|\n)[ \t]*$/.test(pieces[at - 1]?.text ?? '')
    const mark = begins ? /((?:^|\n)[ \t]*)[-*+](?=[ \t])/g : /(\n[ \t]*)[-*+](?=[ \t])/g
    return { text: text.replace(mark, '$1•'), lit }
  })
}

/** A stretch of a passage around its first lit piece; `start` in UTF-16 code units of the passage. */
export type Stretch = {
  readonly pieces: readonly HighlightPiece[]
  readonly start: number
  /** Whether the passage has more before it, and after it. */
  readonly cut: { readonly before: boolean; readonly after: boolean }
}

// About three lines, with the sentence's beginning where that is near.
const STRETCH = 280
const BEFORE = 140

/** A passage that is short enough whole; else from a sentence's or a word's beginning to a word's end. */
export function stretchAround(pieces: readonly HighlightPiece[]): Stretch {
  const text = pieces.map((piece) => piece.text).join('')
  const lit = firstHighlight(pieces)
  const start = text.length <= STRETCH ? 0 : beginBefore(text, lit)
  const longest = start + STRETCH
  const space = text.lastIndexOf(' ', longest)
  const end = text.length <= longest ? text.length : space > lit ? space : longest
  return {
    pieces: slice(pieces, start, end),
    start,
    cut: { before: start > 0, after: text.slice(end).trim() !== '' },
  }
}

/** Where the first lit piece begins; 0 where none is. */
export function firstHighlight(pieces: readonly HighlightPiece[]): number {
  const at = pieces.findIndex(({ lit }) => lit)
  return pieces.slice(0, Math.max(0, at)).reduce((sum, { text }) => sum + text.length, 0)
}

const SENTENCE_ENDS = /[.!?]["'”’)\]]*\s+|\n[\s*•-]*/gu

/** Where the sentence begins that a place of a passage is in; a member of a list counts as one. */
export function sentenceStart(text: string, place: number): number {
  const ends = [...text.slice(0, place).matchAll(SENTENCE_ENDS)]
  const last = ends.at(-1)
  return last ? last.index + last[0].length : (/^[\s*•-]*/u.exec(text)?.[0].length ?? 0)
}

function beginBefore(text: string, lit: number): number {
  if (lit <= BEFORE) return 0
  const near = text.slice(lit - BEFORE, lit)
  const sentence = /^.*[.!?\n]\s+/su.exec(near)
  return lit - BEFORE + (sentence ? sentence[0].length : near.indexOf(' ') + 1)
}

function slice(pieces: readonly HighlightPiece[], from: number, to: number): readonly HighlightPiece[] {
  let at = 0
  return pieces.flatMap(({ text, lit }) => {
    const start = at
    at += text.length
    const within = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return within === '' ? [] : [{ text: within, lit }]
  })
}

// A third of the letters may be wrong, but at most three.
const LETTERS_A_SLIP = 3
const MOST_SLIPS = 3

/** The word that was probably meant by a typo or a beginning; null if none is near. The first of equals. */
export function closestWord(typed: string, words: readonly string[]): string | null {
  if (words.includes(typed)) return typed
  const allowed = Math.min(MOST_SLIPS, Math.floor(typed.length / LETTERS_A_SLIP))
  const near = words
    .map((word) => ({ word, away: word.startsWith(typed) ? 0 : distance(typed, word) }))
    .filter(({ away }) => away <= allowed)
    .sort((left, right) => left.away - right.away)
  return near[0]?.word ?? null
}
