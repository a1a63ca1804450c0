// The other side of `run-in-worker.ts`; bundled to .build/generate-worker.mjs by scripts/build-worker.mjs.
import { constants, getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { Job, Message } from './job'
import { runJob } from './run-job'

const GIVING_WAY = 10

// Requests go first. On Linux each thread has a priority of its own; elsewhere this would slow the whole process.
if (process.platform === 'linux') setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + GIVING_WAY))

const post = (message: Message) => parentPort?.postMessage(message)

// One job at a time: the next one is sent after the result of the last.
parentPort?.on('message', (job: Job) => {
  runJob(job, post).then(
    (result) => post({ kind: 'result', result }),
    (error: unknown) => post({ kind: 'error', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
