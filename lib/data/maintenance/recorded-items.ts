import 'server-only'
import type { StructuredDocument } from '../../core/document/document'
import type { Found } from '../../core/generation/finder'
import { modelFinder } from '../../core/generation/model/model-finder'
import type { Tx } from '../../db'
import { findInDocument } from '../../model/find-in-document'
import { RECORDED_MODEL, readRecorded } from '../../model/recorded-replies'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { addDrafts } from '../documents/add-drafts'
import { addRefusals } from '../documents/save-refusals'

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
  target: { readonly id: string; readonly engine: string; readonly document: StructuredDocument },
  found: readonly Found[],
): Promise<void> {
  const documentId = target.id
  await tx.item.updateMany({ where: { documentId, finder: FINDER }, data: { retired: true } })
  const admitted = await addDrafts(
    tx,
    target,
    found.flatMap(({ drafts }) => drafts),
  )
  await tx.refusal.deleteMany({ where: { documentId, finder: FINDER } })
  await addRefusals(tx, documentId, [...found.flatMap(({ refusals }) => refusals), ...admitted.refusals])
  await refreshDeckFacts(tx, { documentId })
}
