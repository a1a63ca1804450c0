import { hasDatabase } from './has-database'
import { hasNotes } from './outbox-notes'

// Whether something may wait on this device to be sent, told without its database, which is a heavy thing to fetch only
// to find it empty. In doubt something does.

const SIGN = 'bilim.reviews.waiting'
/** Where marks-box.ts keeps what waits. */
export const MARKS = 'bilim.marks'
const NOTHING = 'nothing'

/** A rating is kept: each time the sign is another, so that whoever found nothing a moment before does not take it away. */
export function signWaiting(): void {
  write(`${Date.now()} ${Math.random()}`)
}

/**
 * Called before the queue is read; what comes back takes what was found, and tells the pages that follow. That nothing was
 * found is not said when something was kept meanwhile, here or in another tab.
 */
export function beforeReading(): (found: readonly unknown[]) => void {
  const before = read()
  return (found) => {
    const now = read()
    if (found.length > 0 && now === NOTHING) signWaiting()
    if (found.length === 0 && now === before) write(NOTHING)
  }
}

/** Ratings or marks, whosever they are. */
export async function mayWait(): Promise<boolean> {
  try {
    if (hasNotes() || localStorage.getItem(MARKS) !== null) return true
    const sign = localStorage.getItem(SIGN)
    if (sign !== null) return sign !== NOTHING
    // This device was never asked. Without a database nothing can be in it.
    return hasDatabase()
  } catch {
    return true
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(SIGN)
  } catch {
    return null
  }
}

function write(sign: string): void {
  try {
    localStorage.setItem(SIGN, sign)
  } catch {
    // Closed: in doubt something waits.
  }
}
