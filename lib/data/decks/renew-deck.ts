import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, DocumentId } from '../../core/ids'
import { isOlderEngine } from '../../core/item/is-older-engine'
import { db } from '../../db'
import { type Regenerated, type RegenerateOptions, regenerateDocument } from '../documents/regenerate-document'
import { decksEditableBy } from './decks-visible-to'

export type Renewed =
  | Exclude<Regenerated, { kind: 'regenerated' } | { kind: 'not-found' }>
  /** Items that were made at this time or later are new. */
  | (Extract<Regenerated, { kind: 'regenerated' }> & { readonly since: Date })
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/**
 * Lets the present engine read the document of the viewer's own deck again. What the author decided, what learners remember
 * and what attempts showed stays (docs/decisions/0011).
 */
export async function renewDeck(viewer: Viewer, deckId: DeckId, options: RegenerateOptions = {}): Promise<Renewed> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksEditableBy(viewer)], document: { ownerId: viewer.learnerId } },
    select: { documentId: true, document: { select: { engine: true } } },
  })
  if (!deck) return { kind: 'rejected', reason: 'not-found' }
  if (!isOlderEngine(deck.document.engine)) return { kind: 'unchanged' }
  // By the clock that stamps the rows.
  const [begun] = await db().$queryRaw<{ at: Date }[]>`SELECT CURRENT_TIMESTAMP::timestamp(3) AS at`
  const again = await regenerateDocument(DocumentId.parse(deck.documentId), options)
  if (again.kind === 'not-found') return { kind: 'rejected', reason: 'not-found' }
  return again.kind === 'regenerated' ? { ...again, since: begun?.at ?? new Date(0) } : again
}
