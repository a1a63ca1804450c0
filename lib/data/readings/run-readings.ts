import 'server-only'
import type { ReadingTools } from './read-with-model'
import { readWithModel } from './read-with-model'
import { claimReadings } from './reading-row'

/**
 * Begins the readings that may begin: of documents whose rules are done, and those of processes that ended. They wait for the
 * network most of the time, so they run beside each other in this process. Resolves when they are begun; `onError` hears of bugs.
 */
export async function runReadings<Part>(
  tools: ReadingTools<Part>,
  clock: () => Date,
  { isAlone, onError }: { readonly isAlone: boolean; readonly onError: (error: unknown) => void },
): Promise<readonly Promise<void>[]> {
  const leases = await claimReadings(clock, isAlone)
  return leases.map((lease) => readWithModel(lease, tools).catch(onError))
}
