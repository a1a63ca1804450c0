import 'server-only'
import type { StructuredDocument } from '../../core/document/document'
import type { Found } from '../../core/generation/finder'
import type { Tx } from '../../db'
import { RECORDED_FINDER } from '../../model/recorded-replies'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { addDrafts } from '../documents/add-drafts'
import { addRefusals } from '../documents/save-refusals'

/** Adds to a document what a recorded model found, through the same gate as at any other time. Adding again changes nothing. */
export async function addRecorded(
  tx: Tx,
  target: { readonly id: string; readonly engine: string; readonly document: StructuredDocument },
  found: readonly Found[],
): Promise<void> {
  const documentId = target.id
  await tx.item.updateMany({ where: { documentId, finder: RECORDED_FINDER }, data: { retired: true } })
  const admitted = await addDrafts(
    tx,
    target,
    found.flatMap(({ drafts }) => drafts),
  )
  await tx.refusal.deleteMany({ where: { documentId, finder: RECORDED_FINDER } })
  await addRefusals(tx, documentId, [...found.flatMap(({ refusals }) => refusals), ...admitted.refusals])
  await refreshDeckFacts(tx, { documentId })
}
