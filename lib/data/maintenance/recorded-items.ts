import 'server-only'
import { finding } from '../../core/check/check-result'
import type { StructuredDocument } from '../../core/document/document'
import type { Found } from '../../core/generation/finder'
import type { Tx } from '../../db'
import { RECORDED_FINDER } from '../../model/recorded-replies'
import { refreshDeckFacts } from '../decks/refresh-deck-facts'
import { addDrafts } from '../documents/add-drafts'
import { addRefusals } from '../documents/save-refusals'

/**
 * Adds to a document what a recorded model found, through the same gate as at any other time. Adding again changes nothing. Nobody
 * decides about a shipped deck, so all that is shown in it has been read twice: of the rules' items those that ask what the model
 * asks as well.
 */
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
  await holdBack(tx, documentId)
  await tx.deck.updateMany({ where: { documentId, ownerId: null }, data: { depth: 'everything' } })
  await tx.refusal.deleteMany({ where: { documentId, finder: RECORDED_FINDER } })
  await addRefusals(tx, documentId, [...found.flatMap(({ refusals }) => refusals), ...admitted.refusals])
  await refreshDeckFacts(tx, { documentId })
}

/** The rules' items on facts that the model asks nothing about, each with this doubt after those that the rules have. */
async function holdBack(tx: Tx, documentId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Item" i SET tier = 'B', doubts = i.doubts || ${JSON.stringify([finding('rules-alone')])}::jsonb
    WHERE i."documentId" = ${documentId}::uuid AND i.finder = 'rules' AND NOT i.doubts @> '[{"code": "rules-alone"}]'
      AND NOT EXISTS (
        SELECT 1 FROM "ItemFact" l JOIN "ItemFact" same ON same."factId" = l."factId" JOIN "Item" m ON m.id = same."itemId"
        WHERE l."itemId" = i.id AND m.finder = ${RECORDED_FINDER} AND NOT m.retired)`
}
