import 'server-only'
import type { DocumentId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { isShuttingDown } from '../leases'
import { type GenerationOutcome, generateAgain, type JobOptions } from './generate-document'
import {
  claimAbandoned,
  claimStopped,
  discardUpload,
  findAbandoned,
  type Lease,
  StoredWish,
  type Upload,
} from './generation-job'
import { runImport } from './import-document'

export type Resumed =
  /** `done` resolves at the end of the generation; nobody needs to wait for it. */
  | { readonly kind: 'resumed'; readonly done: Promise<GenerationOutcome> }
  /** Not the viewer's, or not stopped: it is being generated, or complete. */
  | { readonly kind: 'rejected'; readonly reason: 'not-stopped' }

/** Generates the rest of a document of the viewer's own whose generation stopped. */
export async function resumeGeneration(
  viewer: Viewer,
  documentId: DocumentId,
  { clock, ...options }: JobOptions & { readonly clock: () => Date },
): Promise<Resumed> {
  const lease = await claimStopped(viewer, documentId, clock)
  return lease ? { kind: 'resumed', done: generateAgain(lease, options) } : { kind: 'rejected', reason: 'not-stopped' }
}

/**
 * Resumes the jobs of processes that ended, one after the other: documents that are not complete, and imports that waited for
 * the engine. `isAlone`: no other process works on this database. Returns the errors of jobs that failed.
 */
export async function resumeAbandoned(clock: () => Date, { isAlone }: { isAlone: boolean }): Promise<unknown[]> {
  const errors: unknown[] = []
  for (const job of await findAbandoned(clock, isAlone)) {
    if (isShuttingDown()) break
    try {
      const lease = await claimAbandoned(job, clock)
      if (lease) await resumeJob(lease)
    } catch (error) {
      errors.push(error)
    }
  }
  return errors
}

async function resumeJob(lease: Lease): Promise<void> {
  const job = await db().generationJob.findUnique({ where: { id: lease.jobId } })
  if (!job) return
  const { ownerId, documentId, source, title, fileName, wish } = job
  if (documentId) return void (await generateAgain(lease))
  if (!ownerId || !source) return
  const content = fileName === null ? Buffer.from(source).toString('utf8') : source
  const upload: Upload = { title, fileName, content, wish: StoredWish.parse(wish) }
  const result = await runImport(lease, { ownerId, upload }, {})
  // While too many wait, the job stays for a later attempt.
  const isBusy = result.kind === 'rejected' && (result.reason === 'busy' || result.reason === 'own-busy')
  if (!isBusy) await discardUpload(lease)
}
