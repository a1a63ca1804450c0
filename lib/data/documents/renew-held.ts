import 'server-only'
import { DocumentId } from '../../core/ids'
import { type Run, showLife, stopRun } from './hold-run'
import { reasonOf } from './make-in-parts'
import { type Regenerated, type RegenerateOptions, regenerateDocument } from './regenerate-document'

/** Renews a document in the making, for a run that holds it: where the run is stopped or loses it, nothing more is changed. */
export async function renewHeld(
  run: Run,
  clock: () => Date,
  { onProgress, signal }: RegenerateOptions = {},
): Promise<Regenerated> {
  const lost = new AbortController()
  const hush = showLife(run, clock, () => lost.abort())
  const stop = signal ? AbortSignal.any([signal, lost.signal]) : lost.signal
  try {
    const options = { ...(onProgress ? { onProgress } : {}), signal: stop, run }
    const renewed = await regenerateDocument(DocumentId.parse(run.documentId), options)
    if (lost.signal.aborted && renewed.kind === 'rejected') return { kind: 'lost' }
    if (renewed.kind === 'rejected') await stopRun(run, reasonOf(renewed))
    return renewed
  } finally {
    hush()
  }
}
