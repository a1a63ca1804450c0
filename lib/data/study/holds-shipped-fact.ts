import 'server-only'
import type { FactId } from '../../core/ids'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'

/** Whether a stranger may study one of these facts. */
export async function holdsShippedFact(factIds: readonly FactId[]): Promise<boolean> {
  const found = await db().fact.findFirst({
    where: { id: { in: [...factIds] }, document: { decks: { some: decksVisibleTo(null) } } },
    select: { id: true },
  })
  return found !== null
}
