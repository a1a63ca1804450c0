import type { Block, Span } from './document'
import { emphasisMarks, withoutEmphasis } from './emphasis'

/** Where evidence stands. */
export type Caption = {
  /** Empty before the first one. */
  readonly heading: string
  /** Counts from 1 under the heading. */
  readonly sentence: number
  /** Of evidence that begins in an entry of a list: the entries that it quotes, from 1, each once and in rising order. */
  readonly entries?: readonly number[]
}

/** Evidence as it is shown: where it stands, its words, and where in them the answer is. */
export type ShownEvidence = {
  readonly caption: Caption
  readonly sentence: string
  /** Offsets into `sentence`; null when the answer is counted or derived. */
  readonly answer: Span | null
}

/** A quoted span; `marks` within it are not shown. */
type Part = Span & { readonly at: number; readonly marks: readonly Span[] }

const BETWEEN_PARTS = ' … '

/**
 * The proving words of a fact, cut from its document: its spans in reading order, joined by an ellipsis where they do
 * not touch, without marks of emphasis. A quote that the text no longer has at its span (the document was followed by another) is found again.
 */
export function evidenceOf(
  document: { readonly text: string; readonly blocks: readonly Block[] },
  evidence: readonly (Span & { readonly quote?: string })[],
  answerSpan: Span | null,
): ShownEvidence {
  const { spans, ...quote } = quoteEvidence(document.text, evidence, answerSpan)
  return { caption: captionOf(document, spans), ...quote }
}

/** The same without its place in the document, which would need all blocks before it. */
export function quoteEvidence(
  text: string,
  evidence: readonly (Span & { readonly quote?: string })[],
  answerSpan: Span | null,
): Pick<ShownEvidence, 'sentence' | 'answer'> & { readonly spans: readonly Span[] } {
  const spans = merge(evidence.map((span) => locate(text, span)))
  const parts: Part[] = []
  let sentence = ''
  for (const { start, end } of spans) {
    if (sentence !== '') sentence += BETWEEN_PARTS
    parts.push({ at: sentence.length, start, end, marks: emphasisMarks(text, { start, end }) })
    sentence += unfold(withoutEmphasis(text, { start, end }))
  }
  return { spans, sentence, answer: answerIn(parts, answerSpan) }
}

// A line break of the source is a space, unless a member of a list comes after it. As long as before: offsets hold.
function unfold(text: string): string {
  return text.replace(/\n+(?!\s*[-*•] )/g, (breaks) => ' '.repeat(breaks.length))
}

function locate(text: string, span: Span & { readonly quote?: string }): Span {
  if (span.quote === undefined || text.slice(span.start, span.end) === span.quote) return span
  const found = text.indexOf(span.quote)
  return found < 0 ? span : { start: found, end: found + span.quote.length }
}

// Spans that overlap are one; a list's intro and a member are two.
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push({ start: span.start, end: span.end })
  }
  return merged
}

function answerIn(parts: readonly Part[], answer: Span | null): Span | null {
  if (!answer) return null
  const part = parts.find(({ start, end }) => answer.start >= start && answer.end <= end)
  if (!part) return null
  return { start: shownAt(part, answer.start), end: shownAt(part, answer.end) }
}

/** Where a place of the text stands in the sentence. */
function shownAt({ at, start, marks }: Part, place: number): number {
  const hidden = marks.reduce((sum, mark) => sum + Math.max(0, Math.min(mark.end, place) - mark.start), 0)
  return at + place - start - hidden
}

function captionOf(document: { text: string; blocks: readonly Block[] }, spans: readonly Span[]): Caption {
  const at = spans[0]?.start ?? 0
  const before = document.blocks.filter(({ span }) => span.start <= at)
  const under = before.findLastIndex(({ kind }) => kind === 'heading')
  const { start, end } = before[under]?.span ?? { start: 0, end: 0 }
  const heading = withoutEmphasis(document.text, { start, end }).replace(/^#+\s*|\s*#+$/g, '')
  let sentence = 0
  for (const block of before.slice(under + 1)) {
    if (block.kind !== 'title' && block.kind !== 'heading') sentence += countSentences(document.text, block, at)
  }
  const entries = entriesOf(before.at(-1), spans)
  return { heading, sentence: Math.max(1, sentence), ...(entries ? { entries } : {}) }
}

function entriesOf(block: Block | undefined, spans: readonly Span[]): readonly number[] | null {
  if (block?.kind !== 'list') return null
  const begun = (at: number) => block.members.filter(({ start }) => start <= at).length
  const [first] = spans
  // An intro may belong to the list's block.
  if (!first || begun(first.start) === 0) return null
  const quoted = spans.flatMap(({ start, end }) => {
    const [from, to] = [begun(start), begun(end - 1)]
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
  return [...new Set(quoted)]
}

function countSentences(text: string, block: Exclude<Block, { kind: 'heading' | 'title' }>, at: number): number {
  if (block.kind === 'list') return block.members.filter(({ start }) => start <= at).length
  if (block.kind === 'table') return block.rows.filter(([cell]) => cell !== undefined && cell.start <= at).length
  let count = 0
  const segments = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
    text.slice(block.span.start, block.span.end),
  )
  for (const { index } of segments) if (block.span.start + index <= at) count += 1
  return count
}

/**
 * Where an answer is in its evidence: the place of the fact's own answer if the words agree; or else (a card may ask for another
 * part of the sentence) the first place in the spans where it occurs as whole words. Null when it is counted or derived.
 */
export function answerPlace(
  text: string,
  evidence: { readonly spans: readonly Span[]; readonly answerSpan: Span | null },
  spellings: readonly string[],
): Span | null {
  const { spans, answerSpan } = evidence
  const quoted = answerSpan && tidy(text.slice(answerSpan.start, answerSpan.end))
  if (answerSpan && spellings.some((spelling) => tidy(spelling) === quoted)) return answerSpan
  for (const spelling of spellings) {
    for (const span of spans) {
      const place = findWhole(text, span, spelling)
      if (place) return place
    }
  }
  return null
}

/** Where words occur as whole words, across line breaks too: "UN" is not found in "country". */
function findWhole(text: string, { start, end }: Span, words: string): Span | null {
  const inOrder = words.trim().split(/\s+/).map(escaped).join('\\s+')
  if (inOrder === '') return null
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${inOrder}(?![\\p{L}\\p{N}])`, 'iu').exec(text.slice(start, end))
  return found && { start: start + found.index, end: start + found.index + found[0].length }
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const tidy = (words: string): string => words.trim().replace(/\s+/g, ' ').toLowerCase()
