// The other side of `print-in-worker.ts`; bundled to .build/print-worker.mjs by scripts/build-worker.mjs.
import { parentPort } from 'node:worker_threads'
import type { PrintJob } from '../formats/print/print-job'
import { printPdf } from '../formats/print/print-pdf'
import { giveWay } from './give-way'

export type PrintAnswer =
  | { readonly kind: 'printed'; readonly pdf: Uint8Array }
  | { readonly kind: 'error'; readonly message: string }

giveWay()

const post = (answer: PrintAnswer) => parentPort?.postMessage(answer)

parentPort?.once('message', (job: PrintJob) => {
  printPdf(job).then(
    (pdf) => post({ kind: 'printed', pdf }),
    (error: unknown) => post({ kind: 'error', message: error instanceof Error ? (error.stack ?? '') : String(error) }),
  )
})
