import type { ReviewOutcome } from '@/lib/core/memory/study-card'
import type { Refusal } from './outbox-state'
import type { SentReview } from './sent-review'

type Answer = { owner: string; savedAt: number; results: readonly ReviewOutcome[] }
type Sent = { kind: 'answered'; answer: Answer } | { kind: 'refused'; reason: Refusal } | { kind: 'unreachable' }

const REFUSALS = { 401: 'signed-out', 409: 'someone-else' } as const
/** What gives no answer for so long is taken for lost: other tabs wait for this one. */
const LONGEST_MS = 30_000

export async function sendReviews(owner: string | null, reviews: readonly SentReview[]): Promise<Sent> {
  try {
    const response = await fetch('/api/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: Date.now(), owner, reviews }),
      // Goes on when the learner leaves the page.
      keepalive: true,
      signal: AbortSignal.timeout(LONGEST_MS),
    })
    if (response.ok) return { kind: 'answered', answer: (await response.json()) as Answer }
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' }
    const said = (await response.json()) as { reason?: string }
    if (said.reason === 'not-understood') return { kind: 'refused', reason: 'other' }
    const reason = REFUSALS[response.status as keyof typeof REFUSALS]
    // A gate on the way has answered, not the app: it is asked again.
    return reason ? { kind: 'refused', reason } : { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}
