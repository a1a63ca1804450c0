import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'
import type { Refusal } from './outbox-state'
import { postQueue, type Reply } from './post-queue'
import type { SentReview } from './sent-review'

/** `owner` is null while a stranger has nothing that was saved. */
type Answer = { owner: string | null; savedAt: number; results: readonly ReviewOutcome[] }
type Sent = Exclude<Reply<Answer>, { kind: 'refused' }> | { readonly kind: 'refused'; readonly reason: Refusal }

const REFUSALS = { 401: 'signed-out', 409: 'someone-else' } as const

export async function sendReviews(owner: string | null, reviews: readonly SentReview[]): Promise<Sent> {
  const reply = await postQueue<Answer>('/api/reviews', { owner, reviews })
  if (reply.kind !== 'refused') return reply
  if (reply.reason === 'not-understood') return { kind: 'refused', reason: 'other' }
  const reason = REFUSALS[reply.status as keyof typeof REFUSALS]
  // A gate on the way has answered, not the app: it is asked again.
  return reason ? { kind: 'refused', reason } : { kind: 'unreachable' }
}
