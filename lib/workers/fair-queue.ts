/** Who wants a slot. Guests, whom anybody can become without an account, go after everybody else. */
export type Requester = { readonly learnerId: string; readonly rank: 'known' | 'guest' }

export type Slot =
  | { readonly kind: 'acquired'; readonly release: () => void }
  /** `own-busy`: this requester has as many waiting as allowed. */
  | { readonly kind: 'cancelled' | 'busy' | 'own-busy' }

export type Acquire = (signal?: AbortSignal, requester?: Requester) => Promise<Slot>

type Waiting = { readonly requester: Requester | undefined; readonly enter: () => void }

// With the one that runs: as many as somebody sends from a few tabs.
const MAX_WAITING_PER_REQUESTER = 3

/**
 * Gives out `slots`. A requester holds one at a time. Guests come after everybody else, and the slots they hold do not
 * count for others, since a guest's document may take minutes: so up to twice `slots` are held. Among equals, a requester who
 * has not been served yet comes first, then the one who asked first. With `maxWaiting` ahead, a requester is told `busy` at
 * once; `signal` gives up waiting. Requests without a requester are each a requester of their own.
 */
export function createFairQueue(slots: number, maxWaiting: number): Acquire {
  const held = { known: 0, guest: 0 }
  const active = new Set<string>()
  /** Requesters who have been served since they began to wait. */
  const served = new Set<string>()
  const waiting: Waiting[] = []

  const isFree = (requester: Requester | undefined) => {
    if (requester && active.has(requester.learnerId)) return false
    return held.known + (isGuest(requester) ? held.guest : 0) < slots
  }

  const waitingOf = (requester: Requester | undefined) =>
    waiting.filter((entry) => requester !== undefined && entry.requester?.learnerId === requester.learnerId)

  const forget = (requester: Requester | undefined) => {
    if (requester && !active.has(requester.learnerId) && waitingOf(requester).length === 0)
      served.delete(requester.learnerId)
  }

  const release = (requester: Requester | undefined) => {
    held[isGuest(requester) ? 'guest' : 'known'] -= 1
    if (requester) active.delete(requester.learnerId)
    forget(requester)
    for (let next = pickNext(); next; next = pickNext()) {
      waiting.splice(waiting.indexOf(next), 1)
      next.enter()
    }
  }

  const pickNext = (): Waiting | undefined => {
    const wasServed = ({ requester }: Waiting) => Number(requester !== undefined && served.has(requester.learnerId))
    return waiting
      .filter(({ requester }) => isFree(requester))
      .sort((a, b) => rankOf(a.requester) - rankOf(b.requester) || wasServed(a) - wasServed(b))[0]
  }

  const acquire = (requester: Requester | undefined): Slot => {
    held[isGuest(requester) ? 'guest' : 'known'] += 1
    if (requester) {
      active.add(requester.learnerId)
      served.add(requester.learnerId)
    }
    return { kind: 'acquired', release: () => release(requester) }
  }

  const wait = (signal: AbortSignal | undefined, requester: Requester | undefined) =>
    new Promise<Slot>((resolve) => {
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(acquire(requester))
      }
      const entry: Waiting = { requester, enter }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(entry), 1)
        forget(requester)
        resolve({ kind: 'cancelled' })
      }
      waiting.push(entry)
      signal?.addEventListener('abort', giveUp, { once: true })
    })

  return async (signal, requester) => {
    if (signal?.aborted) return { kind: 'cancelled' }
    if (isFree(requester)) return acquire(requester)
    if (waitingOf(requester).length >= MAX_WAITING_PER_REQUESTER) return { kind: 'own-busy' }
    const ahead = waiting.filter((entry) => rankOf(entry.requester) <= rankOf(requester))
    return ahead.length >= maxWaiting ? { kind: 'busy' } : wait(signal, requester)
  }
}

const isGuest = (requester: Requester | undefined): boolean => requester?.rank === 'guest'
const rankOf = (requester: Requester | undefined): number => Number(isGuest(requester))
