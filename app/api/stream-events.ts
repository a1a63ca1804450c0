import 'server-only'
import { log } from '@/lib/log'

/**
 * A response that streams the progress and the result of `work`, one JSON object per line. `left` is the signal of the
 * request: after a disconnect nothing is sent.
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
        log.error({ err: error }, 'A streamed request failed')
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
