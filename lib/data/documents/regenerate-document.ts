import 'server-only'
import { CARDS_FORMAT } from '../../core/document/document'
import { ENGINE_VERSION, isOlderEngine } from '../../core/generation/engine-version'
import { type DeckId, DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import type { GenerateRejection } from '../../workers/generate-in-worker'
import { decksEditableBy } from '../decks/deck-access'
import { type GenerationOutcome, generateAgain, type JobOptions } from './generate-document'
import { claimStopped, createRegeneration, removeJob } from './generation-job'
import type { Merged } from './merge-generated'

export type Regenerated =
  /** Items that were created at `since` or later are new. */
  | ({ readonly kind: 'regenerated'; readonly since: Date } & Merged)
  | { readonly kind: 'unchanged' }
  /** `generating`: another job works on the document just now. */
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'generating' }
  | GenerateRejection

/**
 * Lets the present engine read the document of the viewer's own deck again. What the author decided, what learners remember
 * and what attempts showed stays (docs/decisions/0011). A document has one job at a time: while one is active nothing is
 * regenerated, and one that stopped is resumed by this one.
 */
export async function regenerateDeck(
  viewer: Viewer,
  deckId: DeckId,
  clock: () => Date,
  options: JobOptions = {},
): Promise<Regenerated> {
  const deck = await db().deck.findFirst({
    where: {
      AND: [{ id: deckId }, decksEditableBy(viewer)],
      document: { ownerId: viewer.learnerId, NOT: { format: CARDS_FORMAT } },
    },
    select: { documentId: true, document: { select: { engine: true, generation: { select: { id: true } } } } },
  })
  if (!deck) return { kind: 'rejected', reason: 'not-found' }
  if (!isOlderEngine(deck.document.engine)) return { kind: 'unchanged' }
  const documentId = DocumentId.parse(deck.documentId)
  if (!deck.document.generation) return regenerate(documentId, viewer.learnerId, clock, options)
  const since = await databaseTime()
  const lease = await claimStopped(viewer, documentId, clock)
  return lease ? resultOf(await generateAgain(lease, options), since) : { kind: 'rejected', reason: 'generating' }
}

/** The same for a document of the instance itself, which has no owner. */
export async function regenerateDocument(documentId: DocumentId, clock: () => Date): Promise<Regenerated> {
  const document = await db().document.findUnique({
    where: { id: documentId },
    select: { engine: true, ownerId: true },
  })
  if (!document) return { kind: 'rejected', reason: 'not-found' }
  if (document.engine === ENGINE_VERSION) return { kind: 'unchanged' }
  return regenerate(documentId, document.ownerId, clock, {})
}

async function regenerate(
  documentId: DocumentId,
  ownerId: string | null,
  clock: () => Date,
  options: JobOptions,
): Promise<Regenerated> {
  const since = await databaseTime()
  const lease = await createRegeneration(documentId, ownerId, clock)
  if (!lease) return { kind: 'rejected', reason: 'generating' }
  const result = await generateAgain(lease, options)
  // Nothing was changed yet: the document is complete as it is.
  if (result.kind === 'stopped' && result.why) await removeJob(db(), lease)
  return resultOf(result, since)
}

/** By the clock that stamps the rows. */
async function databaseTime(): Promise<Date> {
  const [row] = await db().$queryRaw<{ now: Date }[]>`SELECT CURRENT_TIMESTAMP::timestamp(3) AS now`
  return row?.now ?? new Date(0)
}

function resultOf(result: GenerationOutcome, since: Date): Regenerated {
  if (result.kind === 'complete')
    return result.merged ? { kind: 'regenerated', since, ...result.merged } : { kind: 'unchanged' }
  return result.why ?? { kind: 'rejected', reason: 'cancelled' }
}
