import 'server-only'
import { type DeckId, FactId } from '../../core/ids'
import { changeBy, type FlagKind } from '../../core/memory/session/fact-flag'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { lockLearner } from './memory-rows'

export type FlagChange = {
  readonly factId: FactId
  readonly kind: FlagKind
  /** False takes the flag off. */
  readonly on: boolean
  /** When the learner did it: a burial that arrives a day late is over. */
  readonly at: Date
}

export type Flagged = 'flagged' | 'no-such-fact'

/** Sets or removes flags of facts, in the order given. Doing so again changes nothing. */
export async function flagFacts(viewer: Viewer, flags: readonly FlagChange[]): Promise<readonly Flagged[]> {
  if (flags.length === 0) return []
  const factIds = [...new Set(flags.map(({ factId }) => factId))]
  return db().$transaction(async (tx) => {
    await lockLearner(tx, viewer.learnerId)
    const visible = await tx.fact.findMany({
      where: { id: { in: factIds }, document: { decks: { some: decksVisibleTo(viewer) } } },
      select: { id: true },
    })
    const known = new Set(visible.map(({ id }) => id))
    const flagged: Flagged[] = []
    for (const flag of flags) {
      // A flag can be removed even if its fact is no longer visible.
      const isAllowed = known.has(flag.factId) || !flag.on
      if (isAllowed) await saveFlag(tx, viewer, flag)
      flagged.push(isAllowed ? 'flagged' : 'no-such-fact')
    }
    return flagged
  })
}

async function saveFlag(tx: Tx, viewer: Viewer, flag: FlagChange): Promise<void> {
  const { learnerId } = viewer
  const { factId } = flag
  const data = changeBy(flag, viewer)
  if (flag.on) {
    const where = { learnerId_factId: { learnerId, factId } }
    await tx.factFlag.upsert({ where, create: { learnerId, factId, ...data }, update: data })
    return
  }
  await tx.factFlag.updateMany({ where: { learnerId, factId }, data })
  await dropEmptyFlags(tx, learnerId, [factId])
}

/** A fact with no flag left has no row. */
export async function dropEmptyFlags(tx: Tx, learnerId: string, factIds: readonly string[]): Promise<void> {
  const none = { starred: false, suspended: false, buriedUntil: null }
  await tx.factFlag.deleteMany({ where: { learnerId, factId: { in: [...factIds] }, ...none } })
}

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
  const flagged = { OR: [{ starred: true }, { suspended: true }, { buriedUntil: { gt: now } }] }
  const rows = await db().factFlag.findMany({
    where: {
      learnerId,
      ...flagged,
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
