import { hasDatabase } from '../study/has-database'
import { hasOffline } from './has-offline'

/** After a deed on many facts at once: if this device keeps their deck, it asks for it anew. */
export async function renewPack(deckId: string): Promise<void> {
  if (!hasOffline() || !(await hasDatabase())) return
  try {
    const { renewKept } = await import('./store-pack')
    await renewKept(deckId)
  } catch {
    // The next visit of the deck asks as well.
  }
}
