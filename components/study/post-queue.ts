/** What gives no answer for so long is taken for lost: other tabs wait for this one. */
const LONGEST_MS = 30_000

export type Reply<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string | undefined }
  /** It may be asked again: it was not reached, or is too busy. */
  | { readonly kind: 'unreachable' }
  /** A stranger's network has made as many guests as it may; it may be asked again. */
  | { readonly kind: 'too-many-guests' }

/** Sends what waits on this device; it goes on its way when the learner leaves the page. */
export async function postQueue<Answer extends { readonly results: readonly unknown[] }>(
  path: string,
  queue: object,
): Promise<Reply<Answer>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: Date.now(), ...queue }),
      keepalive: true,
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    const { ok, status } = response
    if (status >= 500) return { kind: 'unreachable' }
    const body = (await response.json()) as Answer & { readonly reason?: string }
    if (status === 429) return { kind: body.reason === 'too-many-guests' ? body.reason : 'unreachable' }
    if (!ok) return { kind: 'refused', status, reason: body.reason }
    // Without results a gate on the way has answered, not the app.
    return Array.isArray(body.results) ? { kind: 'answered', answer: body } : { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}
