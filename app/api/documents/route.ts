import type { ImportEvent, Refusal } from '@/components/document/import-event'
import { type ImportOptions, importDocument } from '@/lib/data/documents/import-document'
import { isSameOrigin } from '@/lib/same-origin'
import { ensureViewer } from '@/lib/session'
import { readUpload } from '../../(learn)/documents/new/read-upload'
import { refusalOf } from '../../(learn)/documents/new/refusal-of'

// The largest file, a text of a million letters and what a form puts around them.
const MOST_BYTES = 10_000_000

/** Makes items of a document and tells how far it is, one JSON object a line. Whoever leaves, cancels. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, { reason: 'other-origin', values: {} })
  const form = await readForm(request)
  if (form.kind === 'rejected') return refuse(form.status, form.refusal)
  const { input } = await readUpload(form.data)
  const viewer = await ensureViewer()
  const make = async (options: ImportOptions): Promise<ImportEvent> => {
    const imported = await importDocument(viewer, input, options, new Date())
    if (imported.kind === 'rejected') return { kind: 'rejected', ...refusalOf(imported, input) }
    const { deckId, facts, items, fresh } = imported
    return { kind: 'imported', deckId, facts, items, fresh }
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
        write(await make({ signal, onProgress: (progress) => write({ kind: 'progress', ...progress }) }))
        if (!signal.aborted) controller.close()
      } catch (error) {
        controller.error(error)
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
