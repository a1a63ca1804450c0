import 'server-only'

type BoundedBody = {
  /** Fails once more bytes have arrived than are allowed. */
  readonly stream: ReadableStream<Uint8Array>
  /** In bytes, so far. */
  readonly size: () => number
}

/** A request's body of which at most `most` bytes are read, whatever length the request states. */
export function boundedBody(body: ReadableStream<Uint8Array>, most: number): BoundedBody {
  let size = 0
  const stream = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength
        if (size > most) controller.error(new Error('The body is too large.'))
        else controller.enqueue(chunk)
      },
    }),
  )
  return { stream, size: () => size }
}
