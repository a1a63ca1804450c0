// The other side of `fit-in-worker.ts`; bundled to .build/fit-worker.mjs by scripts/build-worker.mjs.
import { parentPort } from 'node:worker_threads'
import type { FitJob, FitMessage } from './fit-job'
import { giveWay } from './give-way'
import { runFit } from './run-fit'

giveWay()

const post = (message: FitMessage) => parentPort?.postMessage(message)

parentPort?.once('message', (job: FitJob) => {
  runFit(job).then(
    (result) => post({ kind: 'result', result }),
    (error: unknown) => post({ kind: 'error', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
