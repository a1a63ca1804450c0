import { Worker } from 'node:worker_threads'

// Loading the language model takes longer than a page of text; keeping it costs memory.
const KEPT_MS = 30_000
const MEMORY_LIMIT_MB = 1_024
// The engine makes short-lived objects. With the usual 48 MB it is so often collected that others lose a fifth of a core.
const YOUNG_MB = 96

/** Takes our listeners off, each by its name: Node keeps some of its own on a worker, and needs them. */
export function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Workers that finished a job wait a while for the next one; they never hold the process open. */
export function createIdleWorkers() {
  const waiting = new Map<Worker, NodeJS.Timeout>()

  const drop = (worker: Worker) => {
    clearTimeout(waiting.get(worker))
    waiting.delete(worker)
  }

  return {
    take(file: string): Worker {
      const [kept] = waiting.keys()
      if (!kept) {
        const limits = { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_MB }
        return new Worker(file, { resourceLimits: limits })
      }
      drop(kept)
      forget(kept)
      kept.ref()
      return kept
    },
    keep(worker: Worker): void {
      const end = () => {
        drop(worker)
        void worker.terminate()
      }
      worker.once('exit', () => drop(worker))
      worker.once('error', end)
      worker.unref()
      waiting.set(worker, setTimeout(end, KEPT_MS).unref())
    },
  }
}
