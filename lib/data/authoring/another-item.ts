import 'server-only'
import type { FindingCode } from '../../core/check/check-result'
import type { Span } from '../../core/document/document'
import type { RefusalCode } from '../../core/generation/refusal'
import { type DeckId, ItemId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { type ItemChoice, saveChoices } from '../decks/accept-items'
import { type AuthoredItem, findEdited } from './authored-rows'

export type AnotherItem =
  /** One that was beyond the depth of the deck; it is accepted now. To undo, call `chooseItems` with `previous`. */
  | { readonly kind: 'item'; readonly itemId: ItemId; readonly previous: readonly ItemChoice[] }
  /** One that was refused, for the author to put right and save with `writeItem`; nothing is saved yet. */
  | {
      readonly kind: 'draft'
      readonly draft: AuthoredItem
      readonly code: RefusalCode | FindingCode
      readonly values: Readonly<Record<string, string | number>>
    }
  /** Nothing more was found on this sentence. */
  | { readonly kind: 'none' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }

/** Another item on a sentence of the viewer's own deck: the best that it does not show, or else a draft that was refused. */
export async function anotherItem(viewer: Viewer, deckId: DeckId, sentence: Span, now: Date): Promise<AnotherItem> {
  return db().$transaction(async (tx): Promise<AnotherItem> => {
    const document = await findEdited(tx, viewer, deckId)
    if (!document) return { kind: 'rejected', reason: 'not-found' }
    const [beyond] = await tx.$queryRaw<{ id: string }[]>`
      SELECT i.id FROM "DeckItem" d JOIN "Item" i ON i.id = d."itemId"
      JOIN "ItemFact" l ON l."itemId" = i.id AND l.slot = 0 JOIN "Fact" f ON f.id = l."factId"
      WHERE d."deckId" = ${deckId}::uuid AND d.status = 'beyond'
        AND (f.spans -> 0 ->> 'start')::int < ${sentence.end} AND (f.spans -> 0 ->> 'end')::int > ${sentence.start}
      ORDER BY i.rank LIMIT 1`
    if (beyond) {
      const itemId = ItemId.parse(beyond.id)
      await saveChoices(tx, deckId, new Map([[itemId, { choice: 'accepted', revisionId: null }]]), now)
      return { kind: 'item', itemId, previous: [{ itemId, choice: null }] }
    }
    const refused = await tx.refusal.findFirst({
      where: { documentId: document.id, stem: { not: '' }, start: { lt: sentence.end }, end: { gt: sentence.start } },
      orderBy: { id: 'asc' },
    })
    if (!refused) return { kind: 'none' }
    const draft = {
      type: 'flashcard' as const,
      stem: refused.stem,
      key: [refused.key],
      wrong: [],
      evidence: [sentence],
    }
    const values = refused.values as Record<string, string | number>
    return { kind: 'draft', draft, code: refused.code as RefusalCode, values }
  })
}
