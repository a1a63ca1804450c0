import { generate } from '../core/item/generate'
import { readDocument } from '../readers/read-document'
import type { Job, JobResult, WorkProgress } from './job'

// A report a tenth of a second is more than anybody reads, and less than the channel would notice.
const REPORT_EVERY_MS = 100

/** Reads and generates, in whatever thread it is called. */
export async function runJob(job: Job, report: (progress: WorkProgress) => void): Promise<JobResult> {
  report({ phase: 'reading' })
  const read = await readDocument(job.source)
  if (read.kind === 'rejected') return read
  const { text, format } = read
  let reported = 0
  const title = job.title ?? read.title
  const generated = generate({ title, text, format }, ({ done, total, facts, items }) => {
    const at = performance.now()
    if (at - reported < REPORT_EVERY_MS && done < total) return
    reported = at
    report({ phase: 'generating', done, total, facts, items })
  })
  return { kind: 'generated', generated, format }
}
