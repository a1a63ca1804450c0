import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { isOlderEngine } from '../../core/finder/engine-version'
import { type DeckId, DocumentId } from '../../core/ids'
import { db } from '../../db'
import { type Regenerated, type RegenerateOptions, regenerateDocument } from '../documents/regenerate-document'
import { renewHeld } from '../documents/renew-held'
import { takeStopped } from '../documents/take-stopped'
import { decksEditableBy } from './deck-access'

export type Renewed =
  | Exclude<Regenerated, { kind: 'regenerated' | 'not-found' | 'lost' }>
  /** Items that were made at this time or later are new. */
  | (Extract<Regenerated, { kind: 'regenerated' }> & { readonly since: Date })
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** Its document is being made just now, by this engine or another one. */
  | { readonly kind: 'rejected'; readonly reason: 'making' }

/**
 * Lets the present engine read the document of the viewer's own deck again. What the author decided, what learners remember
 * and what attempts showed stays (docs/decisions/0011). A document in the making has one run at a time, whatever engine it
 * is of: while it goes on nothing is renewed, and where it was stopped the renewal takes its place.
 */
export async function renewDeck(
  viewer: Viewer,
  deckId: DeckId,
  clock: () => Date,
  options: Omit<RegenerateOptions, 'run'> = {},
): Promise<Renewed> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksEditableBy(viewer)], document: { ownerId: viewer.learnerId } },
    select: { documentId: true, document: { select: { engine: true, making: { select: { state: true } } } } },
  })
  if (!deck) return { kind: 'rejected', reason: 'not-found' }
  if (!isOlderEngine(deck.document.engine)) return { kind: 'unchanged' }
  // By the clock that stamps the rows.
  const [begun] = await db().$queryRaw<{ at: Date }[]>`SELECT CURRENT_TIMESTAMP::timestamp(3) AS at`
  const documentId = DocumentId.parse(deck.documentId)
  const run = deck.document.making ? await takeStopped(viewer, documentId, clock()) : null
  if (deck.document.making && !run) return { kind: 'rejected', reason: 'making' }
  const again = run ? await renewHeld(run, clock, options) : await regenerateDocument(documentId, options)
  if (again.kind === 'not-found') return { kind: 'rejected', reason: 'not-found' }
  if (again.kind === 'lost') return { kind: 'rejected', reason: 'cancelled' }
  return again.kind === 'regenerated' ? { ...again, since: begun?.at ?? new Date(0) } : again
}
