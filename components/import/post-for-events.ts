/**
 * Posts a request and passes on each event that the server sends, one JSON object a line. If the connection breaks, the
 * last event is what `onBreak` returns; it returns null if the end has been received.
 */
export async function postForEvents<E>(
  address: string,
  request: Pick<RequestInit, 'body' | 'signal'>,
  { onEvent, onBreak }: { onEvent: (event: E) => void; onBreak: () => E | null },
): Promise<void> {
  try {
    const response = await fetch(address, { method: 'POST', ...request })
    if (response.body) await readLines(response.body, (line) => onEvent(JSON.parse(line)))
  } catch {
    // Offline, cancelled or cut off: the check below finds that the end is missing.
  }
  const last = onBreak()
  if (last) onEvent(last)
}

/** Skips empty lines. */
async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) onLine(line)
  }
  if (rest.trim()) onLine(rest)
}
