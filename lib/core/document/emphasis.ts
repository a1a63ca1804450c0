import type { Span } from './document'

// A pair of equal marks close round words: *Apis mellifera*, **queen**, __term__, `code`. A mark in the middle of a word is a
// letter of it ("2*3*4", "snake_case"), and one with a space inside is no mark ("2 * 3 * 4").
const PAIR =
  /(?<![\p{L}\p{N}*_`\\])(\*{1,3}(?!\*)|_{1,3}(?!_)|`(?!`))(?=\S)((?:(?!\n\s*\n)[\s\S]){1,400}?)(?<=\S)\1(?![\p{N}*_`])(?!(?<=_)\p{L})/gu

/** Characters on each side of a stretch of text in which the other mark of a pair is looked for. */
const AROUND = 400

/**
 * A text as it is shown: without the marks of Markdown's emphasis. With a span, that stretch of the text; the other mark of a
 * pair may stand outside it. Saved texts, keys and spans keep their marks.
 */
export function withoutEmphasis(text: string, span: Span = { start: 0, end: text.length }): string {
  let shown = ''
  let at = span.start
  for (const { start, end } of emphasisMarks(text, span)) {
    shown += text.slice(at, start)
    at = end
  }
  return shown + text.slice(at, span.end)
}

/** The marks of emphasis within a span, in the order of the text. */
export function emphasisMarks(text: string, { start, end }: Span): readonly Span[] {
  if (!/[*_`]/.test(text.slice(start, end))) return []
  const from = Math.max(0, start - AROUND)
  return marksIn(text.slice(from, end + AROUND), from)
    .flatMap((mark) => {
      const within = { start: Math.max(mark.start, start), end: Math.min(mark.end, end) }
      return within.start < within.end ? [within] : []
    })
    .sort((a, b) => a.start - b.start)
}

/** Of pairs within pairs too; `offset` is where the text begins in its document. */
function marksIn(text: string, offset: number): Span[] {
  return [...text.matchAll(PAIR)].flatMap(({ index, 1: mark = '', 2: words = '' }) => {
    const inner = offset + index + mark.length
    const closing = inner + words.length
    return [
      { start: inner - mark.length, end: inner },
      ...marksIn(words, inner),
      { start: closing, end: closing + mark.length },
    ]
  })
}
