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
  await tx.item.updateMany({
    where: { documentId, finder: 'rules', facts: { none: { fact: ASKED_BY_MODEL } } },
    data: { tier: 'B', doubts: [finding('not-reread')] },
  })
  await tx.deck.updateMany({ where: { documentId, ownerId: null }, data: { depth: 'everything' } })
  await tx.refusal.deleteMany({ where: { documentId, finder: RECORDED_FINDER } })
  await addRefusals(tx, documentId, [...found.flatMap(({ refusals }) => refusals), ...admitted.refusals])
  await refreshDeckFacts(tx, { documentId })
}

const ASKED_BY_MODEL = { items: { some: { item: { finder: RECORDED_FINDER, retired: false } } } }
