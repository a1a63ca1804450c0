import 'server-only'
import { SECOND_MS } from './core/shared/time'
import { configuredTools } from './data/readings/reading-tools'
import { runReadings } from './data/readings/run-readings'
import { env } from './env'
import { log } from './log'

/** A reading waits at most so long after the rules are done, or after its author asked for it again. */
const EVERY_MS = 2 * SECOND_MS

/**
 * Begins the readings that wait for the language model, and at start those of processes that ended. Without a model there are
 * none. The embedded database belongs to one process, so at start every running reading there is abandoned.
 */
export function runReadingsAtStart(): void {
  const tools = configuredTools()
  if (env.NEXT_PHASE === 'phase-production-build' || !tools) return
  const onError = (error: unknown) => log.error({ err: error }, 'The reading of a document by the model failed')
  let isLooking = false
  const look = async (isAlone: boolean) => {
    if (isLooking) return
    isLooking = true
    await runReadings(tools, () => new Date(), { isAlone, onError }).catch(onError)
    isLooking = false
  }
  void look(!env.DATABASE_URL)
  setInterval(() => void look(false), EVERY_MS).unref()
}
