import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { db, type Tx } from '../../db'
import type { Begun, Lot } from '../../work/job'
import { createDocument } from './create-document'
import { findImported, type Imported } from './find-imported'
import type { Sign } from './hold-run'
import type { Opened } from './part-saver'

export type Left = { readonly kind: 'rejected'; readonly reason: 'cancelled' }

const LEFT: Opened<Left> = { kind: 'other', other: { kind: 'rejected', reason: 'cancelled' } }

class LeftMeanwhile extends Error {}

/**
 * The first save of a document that is made in parts: its whole text, the first lot and a deck, or nothing. Where the
 * viewer has the text already, that document stands. Whoever leaves meanwhile leaves nothing.
 */
export async function openDocument(
  viewer: Viewer,
  { begun, lot, sign }: { begun: Begun; lot: Lot; sign: Sign },
  { runId, signal, now }: { runId: string; signal: AbortSignal | undefined; now: Date },
): Promise<Opened<Imported | Left>> {
  try {
    const opened = await db().$transaction(async (tx): Promise<Opened<Imported>> => {
      const found = await findOrHold(tx, viewer, begun.document.hash)
      if (found) return { kind: 'other', other: found }
      const place = await createDocument(tx, viewer, begun, lot, now)
      await tx.making.create({ data: { documentId: place.documentId, runId, state: 'making', ...sign } })
      if (signal?.aborted) throw new LeftMeanwhile()
      return { kind: 'opened', place }
    })
    if (opened.kind === 'other' || !signal?.aborted) return opened
    // After the last look, before the end of the transaction: nobody knows of the document yet.
    await db().document.deleteMany({ where: { id: opened.place.documentId, ownerId: viewer.learnerId } })
    return LEFT
  } catch (error) {
    if (error instanceof LeftMeanwhile) return LEFT
    throw error
  }
}

/** The viewer's document of this text; if there is none, nobody else makes one for them until the transaction ends. */
export async function findOrHold(tx: Tx, viewer: Viewer, hash: string): Promise<Imported | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`${viewer.learnerId} ${hash}`}))`
  return findImported(tx, viewer, { hash })
}
