import 'server-only'
import type { DocumentFormat } from '../../core/document/document'
import { ENGINE_VERSION } from '../../core/finder/engine-version'
import type { DocumentId } from '../../core/ids'
import { db } from '../../db'
import type { GenerateRejection } from '../../jobs/generate-in-worker'
import { generateInWorker } from '../../jobs/generate-in-worker'
import type { GenerateProgress } from '../../jobs/generate-task'
import { askerOfOwner } from './asker-of'
import type { Run } from './hold-run'
import { renewRows } from './renew-rows'
import type { Renewal } from './renewal-steps'

export type Regenerated =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-found' }
  /** The run does not hold the document any more. */
  | { readonly kind: 'lost' }
  | ({ readonly kind: 'regenerated' } & Renewal)
  | GenerateRejection

export type RegenerateOptions = {
  readonly onProgress?: (progress: GenerateProgress | { readonly phase: 'saving' }) => void
  readonly signal?: AbortSignal
  /** Of a document in the making, the run that holds it. */
  readonly run?: Run
}

/**
 * Lets the present engine read a document again. Asks nobody whose document it is: for the instance itself (at start, by
 * command), and behind verbs that have asked.
 */
export async function regenerateDocument(
  documentId: DocumentId,
  { onProgress, signal, run }: RegenerateOptions = {},
): Promise<Regenerated> {
  const document = await db().document.findUnique({ where: { id: documentId } })
  if (!document) return { kind: 'not-found' }
  if (document.engine === ENGINE_VERSION) return { kind: 'unchanged' }
  const format = document.format as DocumentFormat
  const source = { kind: 'stored' as const, text: document.text, format }
  const asker = await askerOfOwner(document.ownerId)
  const result = await generateInWorker({ title: document.title, source }, { onProgress, signal, requester: asker })
  if (result.kind === 'rejected') return result
  if (signal?.aborted) return { kind: 'rejected', reason: 'cancelled' }
  onProgress?.({ phase: 'saving' })
  return renewRows(document, result.generated, format, run)
}
