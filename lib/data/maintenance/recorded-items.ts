import 'server-only'
import type { StructuredDocument } from '../../core/document/document'
import type { Found } from '../../core/generation/finder'
import { admitDrafts, startGate } from '../../core/generation/gate'
import { modelFinder } from '../../core/generation/model/model-finder'
import type { Tx } from '../../db'
import { findInDocument } from '../../model/find-in-document'
import { RECORDED_MODEL, readRecorded } from '../../model/recorded-replies'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { loadExisting, placeInText } from '../documents/existing-items'
import { inOneTransaction } from '../documents/merge-generated'
import { rankDocument } from '../documents/rank-items'
import { partition } from '../documents/save-parts'
import { addRefusals } from '../documents/save-refusals'
import { type BatchTarget, upsertBatch } from '../documents/upsert-facts-and-items'

const FINDER = `model:${RECORDED_MODEL}` as const

class NotRecorded extends Error {}

/** What the model found in a shipped text whose replies ship too; null where one is missing, because text or prompts are others. */
export async function findRecorded(document: StructuredDocument, folder: string): Promise<readonly Found[] | null> {
  const finder = modelFinder(FINDER, { depth: 'balanced', language: document.language })
  try {
    return await findInDocument(finder, document, async (request) => {
      const reply = readRecorded(folder, request)
      if (reply === null) throw new NotRecorded()
      return reply
    })
  } catch (error) {
    if (error instanceof NotRecorded) return null
    throw error
  }
}

/** Adds to a document what a recorded model found, through the same gate as at any other time. Adding again changes nothing. */
export async function addRecorded(
  tx: Tx,
  {
    id: documentId,
    engine,
    document,
  }: { readonly id: string; readonly engine: string; readonly document: StructuredDocument },
  found: readonly Found[],
): Promise<void> {
  await tx.item.updateMany({ where: { documentId, finder: FINDER }, data: { retired: true } })
  const existing = await loadExisting(tx, documentId)
  const admitted = admitDrafts(
    found.flatMap(({ drafts }) => drafts),
    startGate(existing),
    document,
  )
  const target: BatchTarget = { documentId, engine, factIds: new Map(), existing: null }
  for (const step of partition(placeInText(existing).batchOf(admitted))) await upsertBatch(tx, target, step)
  await tx.refusal.deleteMany({ where: { documentId, finder: FINDER } })
  await addRefusals(tx, documentId, [...found.flatMap(({ refusals }) => refusals), ...admitted.refusals])
  await rankDocument(documentId, inOneTransaction(tx))
  await refreshDeckFacts(tx, { documentId })
}
