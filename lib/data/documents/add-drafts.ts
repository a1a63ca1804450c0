import 'server-only'
import type { StructuredDocument } from '../../core/document/document'
import type { Draft } from '../../core/generation/draft'
import { type Admitted, openGate } from '../../core/generation/gate'
import { countWords } from '../../core/shared/count-words'
import type { Tx } from '../../db'
import { loadExisting, placeInText } from './existing-items'
import { inOneTransaction } from './merge-generated'
import { rankDocument } from './rank-items'
import type { BatchTarget } from './rows-by-content-key'
import { partition } from './save-parts'
import { upsertBatch } from './upsert-facts-and-items'

type Target = { readonly id: string; readonly engine: string; readonly document: StructuredDocument }

/** Adds to a document, in one transaction, what the gate admits of these drafts beside what is there, and ranks all of it. */
export async function addDrafts(tx: Tx, { id, engine, document }: Target, drafts: readonly Draft[]): Promise<Admitted> {
  const existing = await loadExisting(tx, id)
  const admitted = openGate(document, existing).admit(drafts)
  const target: BatchTarget = { documentId: id, engine, factIds: new Map(), existing: null }
  for (const step of partition(placeInText(existing).batchOf(admitted))) await upsertBatch(tx, target, step)
  await rankDocument({ id, words: countWords(document.text) }, inOneTransaction(tx))
  return admitted
}
