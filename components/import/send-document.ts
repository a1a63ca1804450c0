import { DOCUMENT_BYTES } from '@/lib/core/shared/input-limits'
import type { ImportEvent, Refusal } from './import-event'
import { readLines } from './read-lines'

const NETWORK: Refusal = { reason: 'network', values: {} }
// The first cards are saved, and the server goes on without us.
const LOST: Refusal = { reason: 'lost', values: {} }
const CANCELLED: Refusal = { reason: 'cancelled', values: {} }

/** Sends the form and hands on what the server tells. Ends with `imported`, `stopped` or `rejected`, whatever happens. */
export async function sendDocument(form: FormData, signal: AbortSignal, tell: (event: ImportEvent) => void) {
  const file = form.get('file')
  if (file instanceof File && file.size > DOCUMENT_BYTES) {
    return tell({ kind: 'rejected', reason: 'too-many-bytes', values: { megabytes: file.size / 1e6 } })
  }
  let [started, ended] = [false, false]
  const pass = (event: ImportEvent) => {
    if (event.kind === 'started') started = true
    else if (event.kind !== 'progress') ended = true
    tell(event)
  }
  const breakOff = () => {
    if (!ended) pass({ kind: 'rejected', ...(signal.aborted ? CANCELLED : started ? LOST : NETWORK) })
  }
  try {
    const response = await fetch('/api/documents', { method: 'POST', body: form, signal })
    if (response.body) await readLines(response.body, (line) => pass(JSON.parse(line)))
    breakOff()
  } catch {
    breakOff()
  }
}
