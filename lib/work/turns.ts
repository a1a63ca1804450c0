/** Lets `places` callers in at a time, first come first served. Resolves to the way out, or null when `signal` aborts. */
export function createTurns(places: number): (signal?: AbortSignal) => Promise<(() => void) | null> {
  let free = places
  const waiting: (() => void)[] = []

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return (signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve(null)
      if (free > 0) {
        free -= 1
        return resolve(leave)
      }
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(leave)
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve(null)
      }
      waiting.push(enter)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
}
