import 'server-only'
import { isShuttingDown } from '../leases'
import type { ReadingTools } from './read-with-model'
import { readWithModel } from './read-with-model'
import { claimReadings } from './reading-row'

/** Each holds its document in memory, and a model answers few requests at once. The others wait for one of these to end. */
const READINGS_AT_ONCE = 8

/** Those of this process. */
const running = new Set<Promise<void>>()

/**
 * Begins the readings that may begin: of documents whose rules are done, and those of processes that ended. They wait for the
 * network most of the time, so a few run beside each other in this process. Resolves when they are begun; `onError` hears of bugs.
 */
export async function runReadings<Part>(
  tools: ReadingTools<Part>,
  clock: () => Date,
  { isAlone, onError, atOnce = READINGS_AT_ONCE }: RunOptions,
): Promise<readonly Promise<void>[]> {
  const free = atOnce - running.size
  if (isShuttingDown() || free <= 0) return []
  const leases = await claimReadings(clock, isAlone, free)
  return leases.map((lease) => {
    const reading = readWithModel(lease, tools).catch(onError)
    running.add(reading)
    return reading.finally(() => running.delete(reading))
  })
}

type RunOptions = {
  readonly isAlone: boolean
  readonly onError: (error: unknown) => void
  readonly atOnce?: number
}
