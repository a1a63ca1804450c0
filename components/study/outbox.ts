import type { ReviewOutcome } from '@/lib/core/memory/study-card'
import { adopt, forget, type Kept, noteSaved, readKept, type SentReview, writeKept } from './outbox-store'

export type Refusal = 'signed-out' | 'someone-else' | 'other'

/** What the badge may truthfully say. `refused`: the server answered and will not take it. */
export type OutboxState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly waiting: number }

export type OutboxOptions = {
  owner: string | null
  /** A guest may have rated as a stranger a moment ago. */
  isGuest: boolean
  onState(state: OutboxState): void
  onOutcomes(outcomes: readonly ReviewOutcome[]): void
}

const AT_ONCE = 50
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000
const REFUSALS = { 401: 'signed-out', 409: 'someone-else' } as const

/**
 * Ratings on their way to the server. Each is written to the device first and leaves it only when the server has
 * acknowledged it, so that neither a reload nor a lost network loses one; the server knows repeats by their id.
 * One request at a time, in order: a stranger's first rating makes the guest whose the others are.
 */
export class Outbox {
  private readonly options: OutboxOptions
  private owner: string | null
  private busy = false
  private left = false
  private failures = 0
  private atOnce = AT_ONCE
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: OutboxOptions) {
    this.options = options
    this.owner = options.owner
    window.addEventListener('online', this.flush)
  }

  add(review: SentReview): void {
    writeKept([...readKept(), { owner: this.owner, review }])
    this.flush()
  }

  /** Those of this learner that the server has not acknowledged. */
  waiting(): readonly Kept[] {
    return readKept().filter(({ owner }) => owner === this.owner || (owner === null && this.options.isGuest))
  }

  /** The screen is gone; what still waits goes on its way all the same. */
  leave(): void {
    this.left = true
  }

  readonly flush = (): void => {
    clearTimeout(this.timer)
    const batch = this.waiting().slice(0, this.atOnce)
    if (this.busy || batch.length === 0) return
    this.busy = true
    this.tell({ kind: 'saving' })
    void this.deliver(batch)
  }

  private tell(state: OutboxState): void {
    if (!this.left) this.options.onState(state)
  }

  private async deliver(batch: readonly Kept[]): Promise<void> {
    const sent = await send(
      this.owner,
      batch.map(({ review }) => review),
    )
    this.busy = false
    if (sent.kind === 'answered') this.arrived(sent.answer, batch)
    else if (sent.kind === 'refused') this.turnedAway(sent.reason, batch)
    else this.tryAgain()
  }

  private arrived(answer: Answer, batch: readonly Kept[]): void {
    this.failures = 0
    forget(batch)
    adopt(this.owner, answer.owner)
    noteSaved(answer.savedAt)
    this.owner = answer.owner
    if (!this.left) this.options.onOutcomes(answer.results)
    if (this.waiting().length > 0) this.flush()
    else this.tell({ kind: 'saved' })
  }

  private turnedAway(reason: Refusal, batch: readonly Kept[]): void {
    // One that the server cannot read must not hold up the others: they go one by one, and it alone is given up.
    if (reason === 'other' && batch.length === 1) forget(batch)
    this.atOnce = reason === 'other' ? 1 : AT_ONCE
    this.tell({ kind: 'refused', reason, waiting: this.waiting().length })
    if (reason === 'other') this.flush()
  }

  private tryAgain(): void {
    this.failures++
    this.tell({ kind: 'offline', waiting: this.waiting().length })
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.failures - 1))
    this.timer = setTimeout(this.flush, wait)
  }
}

type Answer = { owner: string; savedAt: number; results: readonly ReviewOutcome[] }
type Sent = { kind: 'answered'; answer: Answer } | { kind: 'refused'; reason: Refusal } | { kind: 'unreachable' }

async function send(owner: string | null, reviews: readonly SentReview[]): Promise<Sent> {
  try {
    const response = await fetch('/api/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: Date.now(), owner, reviews }),
      // Goes on when the learner leaves the page.
      keepalive: true,
    })
    if (response.ok) return { kind: 'answered', answer: (await response.json()) as Answer }
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' }
    return { kind: 'refused', reason: REFUSALS[response.status as keyof typeof REFUSALS] ?? 'other' }
  } catch {
    return { kind: 'unreachable' }
  }
}
