import 'server-only'
import type { Block, Span } from '../../core/document/document'
import { type DeckId, FactId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { decksVisibleTo } from './deck-access'

type DocumentFact = {
  readonly id: FactId
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly position: number
}

export type ReadDocument = {
  readonly title: string
  readonly text: string
  readonly language: string
  readonly blocks: readonly Block[]
  readonly facts: readonly DocumentFact[]
  /** Refusals by check. */
  readonly refused: Readonly<Record<string, number>>
}

/** The text behind a deck with its facts in reading order; null when the viewer may not see the deck. */
export async function readDocument(viewer: Viewer | null, deckId: DeckId): Promise<ReadDocument | null> {
  const document = await db().document.findFirst({
    where: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } },
    include: { facts: { where: { retired: false }, orderBy: { position: 'asc' } } },
  })
  if (!document) return null
  return {
    title: document.title,
    text: document.text,
    language: document.language,
    blocks: document.blocks as Block[],
    facts: document.facts.map((fact) => ({
      id: FactId.parse(fact.id),
      statement: fact.statement,
      heading: fact.heading,
      spans: fact.spans as Span[],
      answerSpan: fact.answerSpan as Span | null,
      position: fact.position,
    })),
    refused: document.refused as Record<string, number>,
  }
}

export type DeckText = {
  readonly title: string
  readonly text: string
  readonly language: string
  readonly blocks: readonly Block[]
}

/** The text behind a deck without its facts; null when the viewer may not see the deck. */
export async function readText(viewer: Viewer | null, deckId: DeckId): Promise<DeckText | null> {
  const document = await db().document.findFirst({
    where: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } },
    select: { title: true, text: true, language: true, blocks: true },
  })
  if (!document) return null
  return { ...document, blocks: document.blocks as Block[] }
}
