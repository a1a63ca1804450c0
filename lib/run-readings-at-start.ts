import 'server-only'
import { SECOND_MS } from './core/shared/time'
import { pauseWithoutModel } from './data/readings/reading-row'
import { configuredTools } from './data/readings/reading-tools'
import { runReadings } from './data/readings/run-readings'
import { env } from './env'
import { log } from './log'

/** A reading waits at most so long after the rules are done, or after its author asked for it again. */
const EVERY_MS = 2 * SECOND_MS

/**
 * Begins the readings that wait for the language model, and at start those of processes that ended. Without a model their
 * authors are told that there is none. The embedded database belongs to one process, so at start every running reading there is abandoned.
 */
export function runReadingsAtStart(): void {
  const tools = configuredTools()
  if (env.NEXT_PHASE === 'phase-production-build') return
  const clock = () => new Date()
  const onError = (error: unknown) => log.error({ err: error }, 'The reading of a document by the model failed')
  let isLooking = false
  const look = async (isAlone: boolean) => {
    if (isLooking) return
    isLooking = true
    const looked = tools ? runReadings(tools, clock, { isAlone, onError }) : pauseWithoutModel(clock, isAlone)
    await looked.catch(onError)
    isLooking = false
  }
  void look(!env.DATABASE_URL)
  setInterval(() => void look(false), EVERY_MS).unref()
}
