export type Turn = { readonly kind: 'in'; readonly leave: () => void } | { readonly kind: 'cancelled' | 'full' }

/**
 * Lets `places` callers in at a time, first come first served. Whoever finds `mostWaiting` before them is told at once
 * that it is full; whoever waits may give up by `signal`.
 */
export function createTurns(places: number, mostWaiting: number): (signal?: AbortSignal) => Promise<Turn> {
  let free = places
  const waiting: (() => void)[] = []

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return (signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve({ kind: 'cancelled' })
      if (free > 0) {
        free -= 1
        return resolve({ kind: 'in', leave })
      }
      if (waiting.length >= mostWaiting) return resolve({ kind: 'full' })
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve({ kind: 'in', leave })
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve({ kind: 'cancelled' })
      }
      waiting.push(enter)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
}
