// A worker thread of `print-in-worker.ts`; bundled to .build/print-worker.mjs by scripts/build-worker.mjs.
import type { PrintJob } from '../export-formats/print/print-job'
import { printPdf } from '../export-formats/print/print-pdf'
import type { Printed } from './print-in-worker'
import { workerTask } from './worker-task'

export const run = workerTask<PrintJob, never, Printed>(async (job) => ({ kind: 'printed', pdf: await printPdf(job) }))
