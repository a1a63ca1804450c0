import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { GRADED_TYPES } from '@/lib/core/grading/grade'
import type { DeckId } from '@/lib/core/ids'
import { decksVisibleTo } from '@/lib/data/decks/decks-visible-to'
import { shownItems } from '@/lib/data/decks/shown-items'
import { db } from '@/lib/db'

/** How many facts of a deck have a question; a quiz asks each at most once. */
export async function countAskableFacts(viewer: Viewer | null, deckId: DeckId): Promise<number> {
  const visible = { document: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } } }
  const question = { AND: [visible, shownItems(deckId), { type: { in: [...GRADED_TYPES] } }] }
  return db().fact.count({ where: { items: { some: { slot: 0, item: question } } } })
}
