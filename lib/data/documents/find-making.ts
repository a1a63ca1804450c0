import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { isStopReason, type Making, pageOf } from '../../core/document/making'
import type { DeckId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

type Length = { length: number }

/** How far the document behind a deck is made; null when the viewer may not see the deck. */
export async function findMaking(viewer: Viewer | null, deckId: DeckId): Promise<Making | null> {
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    select: { documentId: true, document: { select: { making: true } } },
  })
  if (!deck) return null
  const { making } = deck.document
  if (!making) return { kind: 'whole' }
  const [row] = await db().$queryRaw<Length[]>`
    SELECT length(text) AS length FROM "Document" WHERE id = ${deck.documentId}::uuid`
  const { state, readTo, facts } = making
  const far = { ...pageOf(readTo, row?.length ?? 0), facts }
  return isStopReason(state) ? { kind: 'stopped', reason: state, ...far } : { kind: 'making', ...far }
}
