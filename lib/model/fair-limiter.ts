export type FairLimiter = {
  /** Resolves with the function that gives the slot back, or with null when `signal` ends the wait. */
  readonly acquire: (documentId: string, signal?: AbortSignal) => Promise<(() => void) | null>
}

/** Gives out `slots`, in turn to the documents that wait, so that a long one does not keep a short one waiting. */
export function createFairLimiter(slots: number): FairLimiter {
  let free = slots
  /** In the order of their turns. */
  const waiting = new Map<string, (() => void)[]>()

  const enterNext = () => {
    const [first] = waiting
    if (!first || free === 0) return
    const [documentId, [enter, ...rest]] = first
    waiting.delete(documentId)
    if (rest.length > 0) waiting.set(documentId, rest)
    enter?.()
  }

  const take = () => {
    free -= 1
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      free += 1
      enterNext()
    }
  }

  const acquire: FairLimiter['acquire'] = async (documentId, signal) => {
    if (signal?.aborted) return null
    if (free > 0) return take()
    return new Promise((resolve) => {
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve(take())
      }
      const giveUp = () => {
        const left = (waiting.get(documentId) ?? []).filter((entry) => entry !== enter)
        if (left.length > 0) waiting.set(documentId, left)
        else waiting.delete(documentId)
        resolve(null)
      }
      waiting.set(documentId, [...(waiting.get(documentId) ?? []), enter])
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }
  return { acquire }
}
