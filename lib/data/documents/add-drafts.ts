import 'server-only'
import type { StructuredDocument } from '../../core/document/document'
import type { Draft } from '../../core/generation/draft'
import { type Admitted, openGate } from '../../core/generation/gate'
import { countWords } from '../../core/shared/count-words'
import type { Tx } from '../../db'
import { type Existing, loadExisting, placeInText } from './existing-items'
import { inOneTransaction } from './merge-generated'
import { rankDocument } from './rank-items'
import type { BatchTarget } from './rows-by-content-key'
import { partition } from './save-parts'
import { upsertBatch } from './upsert-facts-and-items'

type Target = { readonly id: string; readonly engine: string; readonly document: StructuredDocument }

/** Adds to a document, in one transaction, what the gate admits of these drafts beside what is there, and ranks all of it. */
export async function addDrafts(tx: Tx, document: Target, drafts: readonly Draft[]): Promise<Admitted> {
  const existing = await loadExisting(tx, document.id)
  const admitted = openGate(document.document, existing).admit(drafts)
  await addAdmitted(tx, document, existing, admitted)
  return admitted
}

/** Adds what the gate admitted beside what is there, and ranks all of it. */
export async function addAdmitted(
  tx: Tx,
  { id, engine, document }: Target,
  existing: Existing,
  admitted: Admitted,
): Promise<void> {
  const target: BatchTarget = { documentId: id, engine, factIds: new Map(), existing: null }
  for (const step of partition(placeInText(existing).batchOf(admitted))) await upsertBatch(tx, target, step)
  await rankDocument({ id, words: countWords(document.text) }, inOneTransaction(tx))
}
