import 'server-only'

type BoundedBody = {
  /** Fails once more has come than is allowed. */
  readonly stream: ReadableStream<Uint8Array>
  /** In bytes, so far. */
  readonly size: () => number
}

/** A request's body of which no more is read than `most` bytes, whatever the request says of its length. */
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
