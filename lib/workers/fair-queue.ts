/** Who wants a slot. Guests, whom anybody can become without an account, go after everybody else. */
export type Requester = { readonly learnerId: string; readonly rank: 'known' | 'guest' }

export type Slot =
  | { readonly kind: 'acquired'; readonly release: () => void }
  /** `own-busy`: this requester has as many requests queued as allowed. */
  | { readonly kind: 'cancelled' | 'busy' | 'own-busy' }

/** `onWait` is told, whenever it changes, how many run or wait before this request. */
export type Acquire = (signal?: AbortSignal, requester?: Requester, onWait?: (before: number) => void) => Promise<Slot>

type QueuedRequest = {
  readonly requester: Requester | undefined
  readonly enter: () => void
  readonly onWait: ((before: number) => void) | undefined
}

// With the one that runs: as many as somebody sends from a few tabs.
const MAX_QUEUED_PER_REQUESTER = 3

/**
 * Gives out `slots`. A requester holds one at a time. Guests come after everybody else, and the slots they hold do not
 * count for others, since a guest's document may take minutes: so up to twice `slots` are held. Among equals, a requester who
 * has not been served yet comes first, then the one who asked first. With `maxQueued` ahead, a requester is told `busy` at
 * once; `signal` cancels a queued request. Requests without a requester are each a requester of their own.
 */
export function createFairQueue(slots: number, maxQueued: number): Acquire {
  const held = { known: 0, guest: 0 }
  const active = new Set<string>()
  /** Requesters who have been served since they began to wait. */
  const served = new Set<string>()
  const queued: QueuedRequest[] = []

  const isFree = (requester: Requester | undefined) => {
    if (requester && active.has(requester.learnerId)) return false
    return held.known + (isGuest(requester) ? held.guest : 0) < slots
  }

  const queuedOf = (requester: Requester | undefined) =>
    queued.filter((entry) => requester !== undefined && entry.requester?.learnerId === requester.learnerId)

  const forget = (requester: Requester | undefined) => {
    if (requester && !active.has(requester.learnerId) && queuedOf(requester).length === 0)
      served.delete(requester.learnerId)
  }

  const release = (requester: Requester | undefined) => {
    held[isGuest(requester) ? 'guest' : 'known'] -= 1
    if (requester) active.delete(requester.learnerId)
    forget(requester)
    for (let next = pickNext(); next; next = pickNext()) {
      queued.splice(queued.indexOf(next), 1)
      next.enter()
    }
    tellPlaces()
  }

  const pickNext = (): QueuedRequest | undefined =>
    sortByTurn(queued, served).find(({ requester }) => isFree(requester))

  const tellPlaces = () => {
    for (const [place, { onWait }] of sortByTurn(queued, served).entries()) onWait?.(held.known + held.guest + place)
  }

  const acquire = (requester: Requester | undefined): Slot => {
    held[isGuest(requester) ? 'guest' : 'known'] += 1
    if (requester) {
      active.add(requester.learnerId)
      served.add(requester.learnerId)
    }
    return { kind: 'acquired', release: () => release(requester) }
  }

  const wait: Acquire = (signal, requester, onWait) =>
    new Promise<Slot>((resolve) => {
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(acquire(requester))
      }
      const entry: QueuedRequest = { requester, enter, onWait }
      const giveUp = () => {
        queued.splice(queued.indexOf(entry), 1)
        forget(requester)
        tellPlaces()
        resolve({ kind: 'cancelled' })
      }
      queued.push(entry)
      signal?.addEventListener('abort', giveUp, { once: true })
      tellPlaces()
    })

  return async (signal, requester, onWait) => {
    if (signal?.aborted) return { kind: 'cancelled' }
    if (isFree(requester)) return acquire(requester)
    if (queuedOf(requester).length >= MAX_QUEUED_PER_REQUESTER) return { kind: 'own-busy' }
    const ahead = queued.filter((entry) => rankOf(entry.requester) <= rankOf(requester))
    return ahead.length >= maxQueued ? { kind: 'busy' } : wait(signal, requester, onWait)
  }
}

function sortByTurn(queued: readonly QueuedRequest[], served: ReadonlySet<string>): QueuedRequest[] {
  const wasServed = ({ requester }: QueuedRequest) => Number(requester !== undefined && served.has(requester.learnerId))
  return queued.toSorted((a, b) => rankOf(a.requester) - rankOf(b.requester) || wasServed(a) - wasServed(b))
}

const isGuest = (requester: Requester | undefined): boolean => requester?.rank === 'guest'
const rankOf = (requester: Requester | undefined): number => Number(isGuest(requester))
