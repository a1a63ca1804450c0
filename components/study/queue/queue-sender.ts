import { changeQueueOwner, enqueue, readWaiting, rememberSaved, settleRefused, settleSaved } from './event-queue'
import {
  type EventOutcome,
  isOwnedBy,
  isReview,
  type QueuedEvent,
  type QueueOwner,
  type QueueState,
  type Refusal,
  type StudyEvent,
} from './study-event'

export type QueueSenderOptions = QueueOwner & {
  onState(state: QueueState): void
  onOutcomes(outcomes: readonly EventOutcome[]): void
  /** Items that a running session will ask. */
  toAsk?(): readonly string[]
  /** Of them those that their decks do not ask any more. */
  onTakenOut?(itemIds: readonly string[]): void
}

/** What came of one request; `unsent`: nothing more can be done now. */
type Delivery = 'nothing' | 'saved' | 'refused' | 'unsent'

const BATCH_SIZE = 50
/** A session has few cards, and the server reads no more. */
const MOST_TO_ASK = 100
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 30_000

/**
 * Sends the queue of this device. An event leaves the queue only when the server has acknowledged it, so neither a reload
 * nor a lost network loses one; the server knows repeats by their id. One request at a time, in order, over all tabs: a
 * stranger's first event creates the guest who owns the others. Each tab tells the others what it did, so that all badges
 * say the same.
 */
export class QueueSender {
  private readonly options: QueueSenderOptions
  private readonly channel: ReturnType<typeof openChannel>
  /** Acknowledged or refused events, in case the device cannot store that. */
  private readonly done = new Set<string>()
  /** Events of this page that are not acknowledged. */
  private readonly fresh = new Map<string, StudyEvent>()
  private owner: string | null
  private state: QueueState = { kind: 'idle' }
  private isSending = false
  private sendAgain = false
  /** The screen is gone: no more callbacks. */
  private isGone = false
  private failures = 0
  private batchSize = BATCH_SIZE
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(options: QueueSenderOptions) {
    this.options = options
    this.owner = options.owner
    this.channel = openChannel((news) => this.hear(news))
    window.addEventListener('online', this.flush)
    window.addEventListener('pagehide', this.sendUnderWay)
  }

  add(event: StudyEvent): void {
    this.fresh.set(event.id, event)
    enqueue(this.owner, event)
    this.show({ kind: 'saving' })
    this.flush()
  }

  /** Events of this learner that the server has not acknowledged. */
  async waiting(): Promise<readonly QueuedEvent[]> {
    const queued = await readWaiting()
    const who = { owner: this.owner, isGuest: this.options.isGuest }
    return queued.filter(({ owner, event }) => isOwnedBy(owner, who) && !this.done.has(event.id))
  }

  /** Asks which items of the session are still asked. Events that wait ask it with them. */
  async refresh(): Promise<void> {
    if ((await this.waiting()).length > 0) return this.flush()
    if (this.owner === null) return
    const reply = await this.post([])
    if (reply.kind === 'answered') this.onAnswer(reply.answer)
  }

  /** The screen is gone. Waiting events are still sent. */
  leave(): void {
    this.isGone = true
    this.channel.close()
  }

  readonly flush = (): void => {
    clearTimeout(this.timer)
    this.sendAgain = this.isSending
    if (this.isSending) return
    this.isSending = true
    void withLock(() => this.deliverAll()).finally(() => {
      this.isSending = false
      if (this.sendAgain) this.flush()
    })
  }

  /**
   * The page goes within moments of an event: there is no time to read the queue, so the event is sent as it is and stays
   * in the queue; the next page hears that it is known. Not for a stranger: two requests would create two guests.
   */
  private readonly sendUnderWay = (): void => {
    const isUnderWay = this.state.kind === 'saving' && this.fresh.size > 0
    if (isUnderWay && this.owner !== null) void post(this.owner, [...this.fresh.values()].slice(0, BATCH_SIZE))
  }

  private async deliverAll(): Promise<void> {
    let last: Delivery = 'nothing'
    while (last !== 'unsent') {
      const batch = (await this.waiting()).slice(0, this.batchSize)
      if (batch.length === 0) return this.onEmpty(last)
      this.tell({ kind: 'saving' })
      last = await this.deliver(batch)
    }
  }

  private onEmpty(last: Delivery): void {
    this.failures = 0
    if (last === 'saved') this.tell({ kind: 'saved' })
    // Another tab has sent the events of this one.
    if (last === 'nothing' && this.state.kind !== 'idle') this.show({ kind: 'saved' })
  }

  private async deliver(batch: readonly QueuedEvent[]): Promise<Delivery> {
    const reply = await this.post(batch.map(({ event }) => event))
    if (reply.kind === 'refused') return this.onRefused(reply.reason, batch)
    if (reply.kind !== 'answered') return this.retryLater(reply.kind)
    const { owner, savedAt, results } = reply.answer
    this.settle(batch)
    await settleSaved(batch, savedAt)
    await changeQueueOwner(this.owner, owner)
    rememberSaved(savedAt)
    this.channel.tell({ before: this.owner, owner, results })
    this.owner = owner
    if (!this.isGone) this.options.onOutcomes(results)
    this.onAnswer(reply.answer)
    return 'saved'
  }

  private post(events: readonly StudyEvent[]): Promise<Reply> {
    return post(this.owner, events, this.isGone ? [] : this.options.toAsk?.().slice(0, MOST_TO_ASK))
  }

  private onAnswer({ takenOut = [] }: Answer): void {
    if (!this.isGone && takenOut.length > 0) this.options.onTakenOut?.(takenOut)
  }

  private async onRefused(reason: Refusal, batch: readonly QueuedEvent[]): Promise<Delivery> {
    const isUnreadable = reason === 'unreadable'
    // An event that the server cannot read must not hold up the others: they go one by one, and it alone is put aside.
    const isCulprit = isUnreadable && batch.length === 1
    if (isCulprit) this.settle(batch)
    if (isCulprit) await settleRefused(batch)
    this.batchSize = isUnreadable && !isCulprit ? 1 : BATCH_SIZE
    this.tell({ kind: 'refused', reason, waiting: await this.countWaiting() })
    return isUnreadable ? 'refused' : 'unsent'
  }

  private settle(batch: readonly QueuedEvent[]): void {
    for (const { event } of batch) {
      this.done.add(event.id)
      this.fresh.delete(event.id)
    }
  }

  private async retryLater(reason: 'unreachable' | 'too-many-guests'): Promise<Delivery> {
    this.failures++
    const kind = reason === 'unreachable' ? 'offline' : reason
    this.tell({ kind, waiting: await this.countWaiting() })
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1))
    this.timer = setTimeout(this.flush, wait)
    return 'unsent'
  }

  private async countWaiting(): Promise<number> {
    return (await this.waiting()).filter(({ event }) => isReview(event)).length
  }

  private show(state: QueueState): void {
    this.state = state
    if (!this.isGone) this.options.onState(state)
  }

  private tell(state: QueueState): void {
    this.show(state)
    this.channel.tell({ before: this.owner, owner: this.owner, state })
  }

  private hear({ before, owner, state, results }: TabNews): void {
    if (before !== this.owner && owner !== this.owner) return
    this.owner = owner
    if (state && !this.isSending) this.show(state)
    if (results && !this.isGone) this.options.onOutcomes(results)
  }
}

/** `owner` is null while a stranger has nothing that was saved. */
type Answer = {
  readonly owner: string | null
  readonly savedAt: number
  readonly results: readonly EventOutcome[]
  readonly takenOut?: readonly string[]
}

type Reply =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** It may be sent again: the server was not reached, or answered with an error of its own. */
  | { readonly kind: 'unreachable' }
  /** A stranger's network has made as many guests as it may; it may be sent again. */
  | { readonly kind: 'too-many-guests' }

/** A request without an answer for so long counts as lost: other tabs wait for this one. */
const LONGEST_REQUEST_MS = 30_000

const REFUSALS: Readonly<Record<string, Refusal>> = {
  'not-understood': 'unreadable',
  'signed-out': 'signed-out',
  'someone-else': 'someone-else',
}

/** The request goes on when the learner leaves the page. */
async function post(
  owner: string | null,
  events: readonly StudyEvent[],
  toAsk: readonly string[] = [],
): Promise<Reply> {
  try {
    const response = await fetch('/api/study-events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: Date.now(), owner, events, toAsk }),
      keepalive: true,
      signal: AbortSignal.timeout(LONGEST_REQUEST_MS),
    })
    if (response.status >= 500) return { kind: 'unreachable' }
    return replyOf(response.ok, (await response.json()) as Partial<Answer> & { reason?: string })
  } catch {
    return { kind: 'unreachable' }
  }
}

/** A reason that the app does not use comes from a proxy on the way: the events are sent again. */
function replyOf(isOk: boolean, body: Partial<Answer> & { readonly reason?: string }): Reply {
  if (isOk) return Array.isArray(body.results) ? { kind: 'answered', answer: body as Answer } : { kind: 'unreachable' }
  if (body.reason === 'too-many-guests') return { kind: body.reason }
  const reason = REFUSALS[body.reason ?? '']
  return reason ? { kind: 'refused', reason } : { kind: 'unreachable' }
}

/** What one tab did with the queue that all tabs of this device share. */
type TabNews = {
  /** The learner as the sending tab knew them before: a stranger becomes a guest. */
  readonly before: string | null
  readonly owner: string | null
  readonly state?: QueueState
  readonly results?: readonly EventOutcome[]
}

const CHANNEL = 'bilim.events'

function openChannel(hear: (news: TabNews) => void) {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined }
  const channel = new BroadcastChannel(CHANNEL)
  const listen = ({ data }: MessageEvent<TabNews>) => hear(data)
  channel.addEventListener('message', listen)
  return {
    tell: (news: TabNews) => channel.postMessage(news),
    // The sender may still tell other tabs what came of the last request.
    close: () => channel.removeEventListener('message', listen),
  }
}

let queueTail: Promise<unknown> | null = null

/** One at a time. Over plain http there may be no locks: then two tabs may send the same, and the server takes it once. */
async function withLock<T>(run: () => Promise<T>): Promise<T> {
  if (navigator.locks) return (await navigator.locks.request(CHANNEL, run)) as T
  const turn = queueTail ? queueTail.then(run) : run()
  const settled: Promise<unknown> = turn
    .catch(() => undefined)
    .finally(() => {
      if (queueTail === settled) queueTail = null
    })
  queueTail = settled
  return turn
}
