import 'server-only'
import type { DocumentFormat } from '../../core/document/document'
import type { DocumentId } from '../../core/ids'
import { ENGINE_VERSION } from '../../core/item/engine-version'
import { db } from '../../db'
import { generateInWorker } from '../../work/generate-in-worker'
import { documentData } from './document-data'
import { saveGenerated } from './save-generated'

export type Regenerated =
  | { readonly kind: 'unchanged' | 'regenerated' | 'not-found' }
  | { readonly kind: 'failed'; reason: string }

/**
 * Lets the present engine read a document again. For the instance itself (at start, by command), never for a viewer:
 * it asks nobody whose document it is.
 */
export async function regenerateDocument(documentId: DocumentId): Promise<Regenerated> {
  const document = await db().document.findUnique({ where: { id: documentId } })
  if (!document) return { kind: 'not-found' }
  if (document.engine === ENGINE_VERSION) return { kind: 'unchanged' }
  const format = document.format as DocumentFormat
  const source = { kind: 'text' as const, text: document.text, format }
  const result = await generateInWorker({ title: document.title, source })
  if (result.kind === 'rejected') return { kind: 'failed', reason: result.reason }
  return db().$transaction(async (tx) => {
    // Of two processes that start at once, the second waits here for the row and finds it renewed.
    const data = documentData(result.generated, format)
    const { count } = await tx.document.updateMany({ where: { id: documentId, engine: document.engine }, data })
    if (count === 0) return { kind: 'unchanged' }
    await saveGenerated(tx, documentId, result.generated)
    return { kind: 'regenerated' }
  })
}
