import { generate } from '../core/finder/rules/generate'
import { readDocument } from '../readers/read-document'
import type { Job, JobResult, News } from './job'
import { createParts } from './tell-parts'

// A report a tenth of a second is more than anybody reads, and less than the channel would notice.
const REPORT_EVERY_MS = 100

/** Reads and generates, in whatever thread it is called. */
export async function runJob(job: Job, tell: (news: News) => void): Promise<JobResult> {
  tell({ kind: 'progress', progress: { phase: 'reading' } })
  const read = await readDocument(job.source)
  if (read.kind === 'rejected') return read
  const { text, format } = read
  const parts = job.inParts ? createParts(format, tell) : null
  let reported = 0
  const title = job.title ?? read.title
  const generated = generate(
    { title, text, format },
    (progress) => {
      parts?.goOn(progress)
      const at = performance.now()
      if (at - reported < REPORT_EVERY_MS && progress.done < progress.total) return
      reported = at
      const { done, total, facts, items } = progress
      tell({ kind: 'progress', progress: { phase: 'generating', done, total, facts, items } })
    },
    parts?.take,
  )
  const rest = parts?.restOf(generated)
  return rest ? { kind: 'rest', rest } : { kind: 'generated', generated, format }
}
