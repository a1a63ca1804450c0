import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { db, type Tx } from '../../db'
import type { DocumentRead } from '../../jobs/generate-task'
import { givingWay } from '../giving-way'
import { createDocument } from './create-document'
import { findImported, type Imported } from './find-imported'
import type { Sign } from './hold-run'
import type { Opened, Place } from './part-saver'

/**
 * The first save of a document that is made in parts: its whole text, and a deck. Where the viewer has the text already,
 * that document stands.
 */
export async function openDocument(
  viewer: Viewer,
  { begun, sign }: { begun: DocumentRead; sign: Sign },
  { runId, fileTitle = null, now }: { runId: string; fileTitle?: string | null; now: Date },
): Promise<Opened<Imported>> {
  return givingWay(() =>
    db().$transaction(async (tx): Promise<Opened<Imported>> => {
      const found = await findOrHold(tx, viewer, begun.document.hash)
      if (found) return { kind: 'other', other: found }
      const place = await createDocument(tx, viewer, begun, { refused: {}, fileTitle, now })
      await tx.making.create({ data: { documentId: place.documentId, runId, state: 'making', ...sign } })
      return { kind: 'opened', place }
    }),
  )
}

/** Nobody knows of it yet: whoever asked for it left before there was a card to study. */
export async function undoDocument(viewer: Viewer, { documentId }: Place): Promise<void> {
  await db().document.deleteMany({ where: { id: documentId, ownerId: viewer.learnerId } })
}

/** The viewer's document of this text; if there is none, nobody else makes one for them until the transaction ends. */
export async function findOrHold(tx: Tx, viewer: Viewer, hash: string): Promise<Imported | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`${viewer.learnerId} ${hash}`}))`
  return findImported(tx, viewer, { hash })
}
