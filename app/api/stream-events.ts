import 'server-only'
import { log } from '@/lib/log'

/**
 * An answer that tells how far a long work is and how it ended, one JSON object a line. `left` is the request's own signal:
 * whoever does not wait for the end goes without being told.
 */
export function streamEvents<Event extends object>(
  work: (tell: (event: Event) => void, signal: AbortSignal) => Promise<void>,
  left: AbortSignal,
): Response {
  const encoder = new TextEncoder()
  const gone = new AbortController()
  const signal = AbortSignal.any([left, gone.signal])
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (event: Event) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      }
      try {
        await work(tell, signal)
        if (!signal.aborted) controller.close()
      } catch (error) {
        log.error({ err: error }, 'A long work broke off')
        if (!signal.aborted) controller.error(error)
      }
    },
    cancel: () => gone.abort(),
  })
  return new Response(lines, {
    headers: {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  })
}
