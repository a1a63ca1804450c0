import 'server-only'
import type { Span } from '../../core/document/document'
import { readingBlocks } from '../../core/document/reading-units'
import type { ReadDocument } from '../decks/read-document'
import type { DeckFact } from './list-deck-facts'

/** The same for facts of one sentence or one list: where it begins in their document. */
export function siblingsOf({ documentId, spans }: DeckFact, { blocks, text, language }: ReadDocument): string {
  const first = spans[0]?.start ?? 0
  const has = (span: Span | null) => span !== null && span.start <= first && first < span.end
  const list = blocks.find((block) => block.kind === 'list' && (has(block.span) || has(block.intro)))
  if (list) return `${documentId} ${list.span.start}`
  const around = blocks.filter(({ span }) => has(span))
  const units = readingBlocks({ text, language, blocks: around }, spans).flatMap((block) =>
    block.kind === 'paragraph' ? block.units : [],
  )
  return `${documentId} ${units.find(has)?.start ?? first}`
}
