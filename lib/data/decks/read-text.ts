import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Block } from '../../core/document/document'
import type { DeckId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from './decks-visible-to'

export type DeckText = {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Refusals by check. */
  readonly refused: Readonly<Record<string, number>>
}

/** The text behind a deck without its facts; null when the viewer may not see the deck. */
export async function readText(viewer: Viewer | null, deckId: DeckId): Promise<DeckText | null> {
  const document = await db().document.findFirst({
    where: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } },
    select: { title: true, text: true, blocks: true, refused: true },
  })
  if (!document) return null
  const { title, text } = document
  return { title, text, blocks: document.blocks as Block[], refused: document.refused as Record<string, number> }
}
