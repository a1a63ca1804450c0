import { constants, getPriority, setPriority } from 'node:os'
import type { MessagePort } from 'node:worker_threads'

/** What `worker-pool.ts` sends to a worker. */
export type WorkerInput<Task> = { readonly task: Task; readonly port: MessagePort }

const PRIORITY_STEP = 10

/** The export `run` of a worker: lowers the thread's priority, and runs each task with a way to send messages. */
export function workerTask<Task, Message, Result>(
  run: (task: Task, send: (message: Message) => void) => Promise<Result>,
) {
  lowerPriority()
  return ({ task, port }: WorkerInput<Task>): Promise<Result> => run(task, (message) => port.postMessage(message))
}

/** Requests go first. On Linux each thread has a priority of its own; elsewhere this would slow the whole process. */
function lowerPriority(): void {
  if (process.platform !== 'linux') return
  setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + PRIORITY_STEP))
}
