import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'

// On the embedded database a step blocks everybody: others get two thirds of the time.
const PAUSE_BY_WORK = 2
// A step that waited for another transaction blocked nobody meanwhile.
const LONGEST_PAUSE_MS = 300

/** One step of a long piece of work, and after it a pause in which others do theirs. */
export async function pauseBetweenTransactions<T>(step: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const done = await step()
  await pause(Math.min(PAUSE_BY_WORK * (performance.now() - begun), LONGEST_PAUSE_MS))
  return done
}
