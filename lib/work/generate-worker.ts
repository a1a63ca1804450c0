// The other side of `run-in-worker.ts`; bundled to .build/generate-worker.mjs by scripts/build-worker.mjs.
import { parentPort } from 'node:worker_threads'
import { giveWay } from './give-way'
import type { Job, Message } from './job'
import { runJob } from './run-job'

giveWay()

const post = (message: Message) => parentPort?.postMessage(message)

// One job at a time: the next one is sent after the result of the last.
parentPort?.on('message', (job: Job) => {
  runJob(job, post).then(
    (result) => post({ kind: 'result', result }),
    (error: unknown) => post({ kind: 'error', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
