import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'
import type { OutboxState, Refusal } from './outbox-state'
import { adopt, discard, keep, noteSaved, readKept, settle } from './outbox-store'
import { type OutboxNews, openChannel, withLock } from './outbox-tabs'
import { isTheirs, type QueueOwner } from './queue-owner'
import { sendReviews } from './send-reviews'
import type { Kept, SentReview } from './sent-review'

export type OutboxOptions = QueueOwner & {
  onState(state: OutboxState): void
  onOutcomes(outcomes: readonly ReviewOutcome[]): void
}

/** What came of one request; unsent: nothing more can be done now. */
type Delivered = 'nothing' | 'saved' | 'refused' | 'unsent'

const AT_ONCE = 50
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/**
 * Ratings on their way to the server. Each is written to the device first and leaves the queue only when the server has
 * acknowledged it, so that neither a reload nor a lost network loses one; the server knows repeats by their id.
 * One request at a time, in order, over all tabs: a stranger's first rating makes the guest whose the others are. What
 * one tab does with the queue it tells the others, so that each badge says the same.
 */
export class Outbox {
  private readonly options: OutboxOptions
  private readonly channel: ReturnType<typeof openChannel>
  /** Acknowledged or given up, should the device refuse to write that down. */
  private readonly done = new Set<string>()
  /** Rated on this page and not acknowledged. */
  private readonly fresh = new Map<string, SentReview>()
  private owner: string | null
  private state: OutboxState = { kind: 'idle' }
  private busy = false
  private again = false
  /** The screen is not there any more: nobody is to be told. */
  private isGone = false
  private failures = 0
  private atOnce = AT_ONCE
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: OutboxOptions) {
    this.options = options
    this.owner = options.owner
    this.channel = openChannel((news) => this.hear(news))
    window.addEventListener('online', this.flush)
    window.addEventListener('pagehide', this.depart)
  }

  add(review: SentReview): void {
    this.fresh.set(review.id, review)
    keep(this.owner, review)
    this.show({ kind: 'saving' })
    this.flush()
  }

  /** Those of this learner that the server has not acknowledged. */
  async waiting(): Promise<readonly Kept[]> {
    const kept = await readKept()
    const { owner, options } = this
    const isMine = (one: Kept) => isTheirs(one.owner, { owner, isGuest: options.isGuest })
    return kept.filter((one) => isMine(one) && !this.done.has(one.review.id))
  }

  /** The screen is gone; what still waits goes on its way all the same. */
  leave(): void {
    this.isGone = true
    this.channel.deafen()
  }

  readonly flush = (): void => {
    clearTimeout(this.timer)
    this.again = this.busy
    if (this.busy) return
    this.busy = true
    void withLock(() => this.deliverAll()).finally(() => {
      this.busy = false
      if (this.again) this.flush()
    })
  }

  /**
   * The page goes within moments of a rating: there is no time to read the queue, so it is sent as it is and stays in the
   * queue; the next page hears that it is known. Not for a stranger, whom two requests would make two guests.
   */
  private readonly depart = (): void => {
    const isUnderWay = this.state.kind === 'saving' && this.fresh.size > 0
    if (isUnderWay && this.owner !== null) void sendReviews(this.owner, [...this.fresh.values()].slice(0, AT_ONCE))
  }

  private async deliverAll(): Promise<void> {
    let last: Delivered = 'nothing'
    while (last !== 'unsent') {
      const batch = (await this.waiting()).slice(0, this.atOnce)
      if (batch.length === 0) return this.queueIsEmpty(last)
      this.tell({ kind: 'saving' })
      last = await this.deliver(batch)
    }
  }

  private queueIsEmpty(last: Delivered): void {
    this.failures = 0
    if (last === 'saved') this.tell({ kind: 'saved' })
    // Another tab has sent what this one was about to.
    if (last === 'nothing' && this.state.kind !== 'idle') this.show({ kind: 'saved' })
  }

  private async deliver(batch: readonly Kept[]): Promise<Delivered> {
    const reviews = batch.map(({ review }) => review)
    const sent = await sendReviews(this.owner, reviews)
    if (sent.kind === 'unreachable') return this.tryAgain('offline')
    if (sent.kind === 'too-many-guests') return this.tryAgain(sent.kind)
    if (sent.kind === 'refused') return this.turnedAway(sent.reason, batch)
    const { owner, savedAt, results } = sent.answer
    this.remember(batch)
    await settle(batch, savedAt)
    await adopt(this.owner, owner)
    noteSaved(savedAt)
    this.channel.tell({ before: this.owner, owner, results })
    this.owner = owner
    if (!this.isGone) this.options.onOutcomes(results)
    return 'saved'
  }

  private async turnedAway(reason: Refusal, batch: readonly Kept[]): Promise<Delivered> {
    const isUnread = reason === 'other'
    // One that the server cannot read must not hold up the others: they go one by one, and it alone is given up.
    const isCulprit = isUnread && batch.length === 1
    if (isCulprit) this.remember(batch)
    if (isCulprit) await discard(batch)
    this.atOnce = isUnread && !isCulprit ? 1 : AT_ONCE
    this.tell({ kind: 'refused', reason, waiting: (await this.waiting()).length })
    return isUnread ? 'refused' : 'unsent'
  }

  private remember(batch: readonly Kept[]): void {
    for (const { review } of batch) {
      this.done.add(review.id)
      this.fresh.delete(review.id)
    }
  }

  private async tryAgain(kind: 'offline' | 'too-many-guests'): Promise<Delivered> {
    this.failures++
    this.tell({ kind, waiting: (await this.waiting()).length })
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.failures - 1))
    this.timer = setTimeout(this.flush, wait)
    return 'unsent'
  }

  private show(state: OutboxState): void {
    this.state = state
    if (!this.isGone) this.options.onState(state)
  }

  private tell(state: OutboxState): void {
    this.show(state)
    this.channel.tell({ before: this.owner, owner: this.owner, state })
  }

  private hear({ before, owner, state, results }: OutboxNews): void {
    if (before !== this.owner && owner !== this.owner) return
    this.owner = owner
    if (state && !this.busy) this.show(state)
    if (results && !this.isGone) this.options.onOutcomes(results)
  }
}
