import 'server-only'

/** A clock for work that goes on: it shows `now` when it is made, and then what has passed. */
export function runningClock(now: Date): () => Date {
  const since = performance.now()
  return () => new Date(now.getTime() + performance.now() - since)
}
