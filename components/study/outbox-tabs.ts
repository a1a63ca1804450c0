import type { ReviewOutcome } from '@/lib/core/memory/session/study-card'
import type { OutboxState } from './outbox-state'

/** What one tab did with the queue that all tabs of this device share. */
export type OutboxNews = {
  /** The learner as the sending tab knew them before: a stranger becomes a guest. */
  readonly before: string | null
  readonly owner: string | null
  readonly state?: OutboxState
  readonly results?: readonly ReviewOutcome[]
}

const NAME = 'bilim.reviews'

let last: Promise<unknown> | null = null

/** One at a time. Over plain http there may be no locks: then two tabs may send the same, and the server takes it once. */
export async function withLock<T>(deed: () => Promise<T>): Promise<T> {
  if (navigator.locks) return (await navigator.locks.request(NAME, deed)) as T
  const turn = last ? last.then(deed) : deed()
  const settled: Promise<unknown> = turn
    .catch(() => undefined)
    .finally(() => {
      if (last === settled) last = null
    })
  last = settled
  return turn
}

type Channel = { tell(news: OutboxNews): void; deafen(): void }

export function openChannel(hear: (news: OutboxNews) => void): Channel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, deafen: () => undefined }
  const channel = new BroadcastChannel(NAME)
  const listen = ({ data }: MessageEvent<OutboxNews>) => hear(data)
  channel.addEventListener('message', listen)
  return {
    tell: (news) => channel.postMessage(news),
    deafen: () => channel.removeEventListener('message', listen),
  }
}
