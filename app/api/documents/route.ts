import type { ImportEvent, Refusal } from '@/components/document/import-event'
import {
  type ImportOptions,
  type ImportProgress,
  importDocument,
  type Started,
} from '@/lib/data/documents/import-document'
import { log } from '@/lib/log'
import { isSameOrigin } from '@/lib/same-origin'
import { ensureViewer } from '@/lib/session'
import { logFailure } from '../../(learn)/documents/log-making'
import { readUpload } from '../../(learn)/documents/new/read-upload'
import { refusalOf } from '../../(learn)/documents/new/refusal-of'

// The largest file, a text of a million letters and what a form puts around them.
const MOST_BYTES = 10_000_000

/**
 * Makes items of a document and tells how far it is, one JSON object a line. Whoever leaves before the first cards are
 * there, cancels; later it is made to its end.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, { reason: 'other-origin', values: {} })
  const form = await readForm(request)
  if (form.kind === 'rejected') return refuse(form.status, form.refusal)
  const { input } = await readUpload(form.data)
  const viewer = await ensureViewer()
  const make = async (options: ImportOptions): Promise<ImportEvent> => {
    const imported = await importDocument(viewer, input, options, new Date())
    logFailure(imported)
    if (imported.kind === 'rejected') return { kind: 'rejected', ...refusalOf(imported, input) }
    if (imported.kind === 'stopped') return { kind: 'stopped', deckId: imported.deckId }
    const { deckId, facts, items, fresh, whole } = imported
    return { kind: 'imported', deckId, facts, items, fresh, whole }
  }
  return new Response(lines(make, request.signal), {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  })
}

function lines(make: (options: ImportOptions) => Promise<ImportEvent>, left: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const gone = new AbortController()
  const signal = AbortSignal.any([left, gone.signal])
  return new ReadableStream({
    async start(controller) {
      const write = (event: ImportEvent) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      }
      try {
        const onProgress = (progress: ImportProgress) => write({ kind: 'progress', ...progress })
        const onStarted = ({ deckId, cards }: Started) => write({ kind: 'started', deckId, cards })
        write(await make({ signal, onProgress, onStarted }))
        if (!signal.aborted) controller.close()
      } catch (error) {
        log.error({ err: error }, 'A document could not be made to its end')
        if (!signal.aborted) controller.error(error)
      }
    },
    cancel: () => gone.abort(),
  })
}

type Form = { kind: 'form'; data: FormData } | { kind: 'rejected'; status: number; refusal: Refusal }

/** Reads no more than is allowed, whatever the request says of its length. */
async function readForm(request: Request): Promise<Form> {
  let size = Number(request.headers.get('content-length') ?? 0)
  const tooLarge = (): Form => {
    return { kind: 'rejected', status: 413, refusal: { reason: 'too-many-bytes', values: { megabytes: size / 1e6 } } }
  }
  if (size > MOST_BYTES || !request.body) return tooLarge()
  size = 0
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength
        if (size > MOST_BYTES) controller.error(new Error('too large'))
        else controller.enqueue(chunk)
      },
    }),
  )
  const type = request.headers.get('content-type') ?? ''
  try {
    return { kind: 'form', data: await new Response(counted, { headers: { 'content-type': type } }).formData() }
  } catch {
    if (size > MOST_BYTES) return tooLarge()
    return { kind: 'rejected', status: 400, refusal: { reason: 'network', values: {} } }
  }
}

function refuse(status: number, refusal: Refusal): Response {
  return new Response(`${JSON.stringify({ kind: 'rejected', ...refusal } satisfies ImportEvent)}\n`, { status })
}
