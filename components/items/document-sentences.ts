import type { Span } from '@/lib/core/document/document'
import { withoutEmphasis } from '@/lib/core/document/emphasis'
import type { ReadingBlock } from '@/lib/core/language/sentences-of-blocks'
import { overlaps } from './highlight-text'
import type { DocumentPart, ListedDocument } from './items-types'

/** The words of a part at a span of the document, as they are shown. */
export function shownWordsAt({ text, start }: Pick<DocumentPart, 'text' | 'start'>, span: Span): string {
  return withoutEmphasis(text, { start: span.start - start, end: span.end - start })
}

/** The words of the document at a sentence; empty where that part of it is not on the page. */
export function quoteAt(document: ListedDocument, span: Span): string {
  const part = partAt(document, span)
  return part ? part.text.slice(span.start - part.start, span.end - part.start).trim() : ''
}

/** The same as they are shown. */
export function shownQuoteAt(document: ListedDocument, span: Span): string {
  const part = partAt(document, span)
  return part ? shownWordsAt(part, span).trim() : ''
}

const partAt = ({ parts }: ListedDocument, span: Span): DocumentPart | undefined =>
  parts.find(({ start, text }) => overlaps(span, { start, end: start + text.length }))

/** All that an item can be about, in the order of the text. */
export const sentencesOf = ({ parts }: Pick<ListedDocument, 'parts'>): readonly Span[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap(unitsOf))

const unitsOf = (block: ReadingBlock): readonly Span[] =>
  block.kind === 'heading' ? [] : block.kind === 'table' ? block.rows.flat() : block.units

const AROUND = 6

/** The sentences before and after one, without it. */
export function sentencesAround(document: ListedDocument, span: Span): readonly Span[] {
  const sentences = sentencesOf(document)
  const at = sentences.findIndex(({ end }) => end > span.start)
  return sentences.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter((sentence) => !overlaps(sentence, span))
}
