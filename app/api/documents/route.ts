import type { ImportEvent, Refusal } from '@/components/import/import-event'
import { boundedBody } from '@/lib/bounded-body'
import { type ImportProgress, importWithinLimits, type Started } from '@/lib/data/documents/import-document'
import { requestAddress } from '@/lib/request'
import { isSameOrigin } from '@/lib/same-origin'
import { admitViewer } from '@/lib/session'
import { MOST_DOCUMENT_BYTES } from '@/scripts/shared/bound-body.mjs'
import { logFailure } from '../../(learn)/documents/log-generation'
import { readConsent } from '../../(learn)/documents/offered-model'
import { type AskedOtherwise, afterImport, readUpload, refusalOf } from '../../(learn)/documents/upload-form'
import { streamEvents } from '../stream-events'

/**
 * Imports a document and streams the progress, one JSON object per line. Disconnecting before the first cards cancels the
 * import; after them it continues.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, { reason: 'other-origin', values: {} })
  const form = await readForm(request)
  if (form.kind === 'rejected') return refuse(form.status, form.refusal)
  const { input, wish: asked, isForAssistant } = await readUpload(form.data)
  const admitted = await admitViewer()
  if (admitted.kind === 'rejected') return refuse(429, refusalOf(admitted, input))
  const wish = { ...asked, model: await readConsent(admitted.viewer, asked.model) }
  const address = await requestAddress()
  return streamEvents<ImportEvent>(async (tell, signal) => {
    const onProgress = (progress: ImportProgress) => tell({ kind: 'progress', ...progress })
    const onStarted = ({ deckId, cards }: Started) => tell({ kind: 'started', deckId, cards })
    const imported = await importWithinLimits(
      admitted.viewer,
      { ...input, wish, address },
      { signal, onProgress, onStarted },
      new Date(),
    )
    logFailure(imported)
    tell(eventOf(imported, input, { model: wish.model, isForAssistant }))
  }, request.signal)
}

type End = Awaited<ReturnType<typeof importWithinLimits>>

function eventOf(imported: End, input: { fileName: string | null }, asked: AskedOtherwise): ImportEvent {
  if (imported.kind === 'rejected') return { kind: 'rejected', ...refusalOf(imported, input) }
  if (imported.kind === 'stopped') return { kind: 'stopped', deckId: imported.deckId }
  const { deckId, items, fresh, begun, complete } = imported
  return { kind: 'imported', deckId, items, fresh, begun, complete, next: afterImport(imported, asked) }
}

type Form = { kind: 'form'; data: FormData } | { kind: 'rejected'; status: number; refusal: Refusal }

/** Reads at most the allowed size, whatever `Content-Length` says. */
async function readForm(request: Request): Promise<Form> {
  const tooLarge = (size: number): Form => {
    return { kind: 'rejected', status: 413, refusal: { reason: 'too-many-bytes', values: { megabytes: size / 1e6 } } }
  }
  const said = Number(request.headers.get('content-length') ?? 0)
  if (said > MOST_DOCUMENT_BYTES || !request.body) return tooLarge(said)
  const { stream, size } = boundedBody(request.body, MOST_DOCUMENT_BYTES)
  const type = request.headers.get('content-type') ?? ''
  try {
    return { kind: 'form', data: await new Response(stream, { headers: { 'content-type': type } }).formData() }
  } catch {
    if (size() > MOST_DOCUMENT_BYTES) return tooLarge(size())
    return { kind: 'rejected', status: 400, refusal: { reason: 'network', values: {} } }
  }
}

function refuse(status: number, refusal: Refusal): Response {
  return new Response(`${JSON.stringify({ kind: 'rejected', ...refusal } satisfies ImportEvent)}\n`, { status })
}
