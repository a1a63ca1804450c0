import 'server-only'
import { continueInterrupted } from './data/documents/continue-interrupted'
import { env } from './env'
import { log } from './log'

const EVERY_MS = 60_000

/**
 * Goes on with the documents that a dead process left half made: at start, and then every minute for those of other
 * processes. The embedded database belongs to one process, so there whatever is left at start is nobody's.
 */
export function watchInterrupted(): void {
  if (env.NEXT_PHASE === 'phase-production-build') return
  let looking = false
  const look = async (alone: boolean) => {
    if (looking) return
    looking = true
    try {
      const broken = await continueInterrupted(() => new Date(), { alone })
      for (const error of broken) log.error({ err: error }, 'A document could not be made to its end')
    } catch (error) {
      log.error({ err: error }, 'Documents left half made could not be looked for')
    } finally {
      looking = false
    }
  }
  void look(!env.DATABASE_URL)
  setInterval(() => void look(false), EVERY_MS).unref()
}
