// A worker thread of `paste-in-worker.ts`; bundled to .build/paste-worker.mjs by scripts/build-worker.mjs.
import { openGate } from '../core/generation/gate'
import { readPasted } from '../core/generation/pasted/read-pasted'
import type { Pasted, PasteTask } from './paste-in-worker'
import { workerTask } from './worker-task'

export const run = workerTask<PasteTask, never, Pasted>(async ({ reply, document, existing }) => {
  const { drafts, refusals, leftOut } = readPasted(reply, document)
  return { kind: 'read', admitted: openGate(document, existing).admit(drafts), refusals, leftOut }
})
