import { refreshDeckFacts } from '@/lib/data/decks/refresh-deck-facts'
import { db } from '@/lib/db'

/** Counts what the decks of one document, or of all, ask: for tests that write rows of items, links or choices themselves. */
export async function refreshDecks(documentId?: string): Promise<void> {
  const documents = documentId ? [{ id: documentId }] : await db().document.findMany({ select: { id: true } })
  for (const { id } of documents) await db().$transaction((tx) => refreshDeckFacts(tx, { documentId: id }))
}
