import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, FactId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

export type FlaggedFact = {
  readonly factId: FactId
  readonly statement: string
  readonly starred: boolean
  readonly suspended: boolean
  readonly buried: boolean
}

/** A list to act on, not an archive. */
const MOST = 100

/** The facts of a deck that the viewer has set aside or starred, in the document's order. */
export async function listFlaggedFacts(viewer: Viewer, deckId: DeckId, now: Date): Promise<readonly FlaggedFact[]> {
  const { learnerId } = viewer
  const standing = { OR: [{ starred: true }, { suspended: true }, { buriedUntil: { gt: now } }] }
  const rows = await db().factFlag.findMany({
    where: {
      learnerId,
      ...standing,
      fact: { document: { decks: { some: { AND: [{ id: deckId }, decksVisibleTo(viewer)] } } } },
    },
    orderBy: { fact: { position: 'asc' } },
    take: MOST,
    include: { fact: { select: { statement: true } } },
  })
  return rows.map(({ factId, fact, starred, suspended, buriedUntil }) => ({
    factId: FactId.parse(factId),
    statement: fact.statement,
    starred,
    suspended,
    buried: buriedUntil !== null && buriedUntil > now,
  }))
}
