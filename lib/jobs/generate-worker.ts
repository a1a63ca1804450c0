// A worker thread of `generate-in-worker.ts`; bundled to .build/generate-worker.mjs by scripts/build-worker.mjs.
import { generate } from '../core/finder/rules/generate'
import { readDocument } from '../readers/read-document'
import { createParts } from './generate-parts'
import type { GenerateMessage, GenerateResult, GenerateTask } from './generate-task'
import { workerTask } from './worker-task'

// Ten reports a second are more than anybody reads, and cost next to nothing.
const REPORT_EVERY_MS = 100

export const run = workerTask<GenerateTask, GenerateMessage, GenerateResult>(async (task, send) => {
  send({ kind: 'progress', progress: { phase: 'reading' } })
  const read = await readDocument(task.source)
  if (read.kind === 'rejected') return read
  const { text, format } = read
  const parts = task.inParts ? createParts(format, send) : null
  let reportedAt = 0
  const title = task.title ?? read.title
  const generated = generate(
    { title, text, format },
    (progress) => {
      parts?.advance(progress)
      const now = performance.now()
      if (now - reportedAt < REPORT_EVERY_MS && progress.done < progress.total) return
      reportedAt = now
      const { done, total, facts, items } = progress
      send({ kind: 'progress', progress: { phase: 'generating', done, total, facts, items } })
    },
    parts?.take,
  )
  const remainder = parts?.remainderOf(generated)
  return remainder ? { kind: 'remainder', remainder } : { kind: 'generated', generated, format }
})
