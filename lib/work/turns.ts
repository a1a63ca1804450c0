/** Who wants a turn. Guests, who need nothing to be one, go after everybody else. */
export type Asker = { readonly person: string; readonly rank: 'known' | 'guest' }

export type Turn =
  | { readonly kind: 'in'; readonly leave: () => void }
  /** `own-full`: as many of this person wait as may. */
  | { readonly kind: 'cancelled' | 'full' | 'own-full' }

export type TakeTurn = (signal?: AbortSignal, asker?: Asker) => Promise<Turn>

type Waiting = { readonly asker: Asker | undefined; readonly enter: () => void }

// One is in work and three wait: as many as somebody sends from a few tabs. They hold nobody else up.
const MOST_WAITING_OF_ONE = 3

/**
 * Lets `places` callers in at a time. Of one person one is in at a time; guests come after everybody else, and those who are
 * in keep nobody else out, since a guest's document may take minutes: so up to twice `places` are in. Of equals
 * whoever has had no turn comes first, then whoever asked first. Who finds `mostWaiting` before them is told at once that it
 * is full; who waits may give up by `signal`. Callers that name nobody are each a person of their own.
 */
export function createTurns(places: number, mostWaiting: number): TakeTurn {
  const taken = { known: 0, guest: 0 }
  const inside = new Set<string>()
  /** Persons who have had a turn since they began to wait. */
  const served = new Set<string>()
  const waiting: Waiting[] = []

  const isFree = (asker: Asker | undefined) => {
    if (asker && inside.has(asker.person)) return false
    return taken.known + (isGuest(asker) ? taken.guest : 0) < places
  }

  const waitingOf = (asker: Asker | undefined) =>
    waiting.filter((one) => asker !== undefined && one.asker?.person === asker.person)

  const forget = (asker: Asker | undefined) => {
    if (asker && !inside.has(asker.person) && waitingOf(asker).length === 0) served.delete(asker.person)
  }

  const leave = (asker: Asker | undefined) => {
    taken[isGuest(asker) ? 'guest' : 'known'] -= 1
    if (asker) inside.delete(asker.person)
    forget(asker)
    for (let next = pick(); next; next = pick()) {
      waiting.splice(waiting.indexOf(next), 1)
      next.enter()
    }
  }

  const pick = (): Waiting | undefined => {
    const hasHadOne = ({ asker }: Waiting) => Number(asker !== undefined && served.has(asker.person))
    return waiting
      .filter(({ asker }) => isFree(asker))
      .sort((one, other) => rankOf(one.asker) - rankOf(other.asker) || hasHadOne(one) - hasHadOne(other))[0]
  }

  const letIn = (asker: Asker | undefined): Turn => {
    taken[isGuest(asker) ? 'guest' : 'known'] += 1
    if (asker) {
      inside.add(asker.person)
      served.add(asker.person)
    }
    return { kind: 'in', leave: () => leave(asker) }
  }

  const wait = (signal: AbortSignal | undefined, asker: Asker | undefined) =>
    new Promise<Turn>((resolve) => {
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(letIn(asker))
      }
      const one: Waiting = { asker, enter }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(one), 1)
        forget(asker)
        resolve({ kind: 'cancelled' })
      }
      waiting.push(one)
      signal?.addEventListener('abort', giveUp, { once: true })
    })

  return async (signal, asker) => {
    if (signal?.aborted) return { kind: 'cancelled' }
    if (isFree(asker)) return letIn(asker)
    if (waitingOf(asker).length >= MOST_WAITING_OF_ONE) return { kind: 'own-full' }
    const before = waiting.filter((one) => rankOf(one.asker) <= rankOf(asker))
    return before.length >= mostWaiting ? { kind: 'full' } : wait(signal, asker)
  }
}

const isGuest = (asker: Asker | undefined): boolean => asker?.rank === 'guest'
const rankOf = (asker: Asker | undefined): number => Number(isGuest(asker))
