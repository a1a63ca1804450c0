import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { FactId } from '../../core/ids'
import { changeBy, type MarkKind } from '../../core/memory/session/mark'
import { db, type Tx } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { lockLearner } from './memory-rows'

export type FactToMark = {
  readonly factId: FactId
  readonly kind: MarkKind
  /** False takes the mark off. */
  readonly on: boolean
  /** When the learner did it: a burial that arrives a day late is over. */
  readonly at: Date
}

export type Marked = 'marked' | 'no-such-fact'

/** Lays marks on facts, or takes them off, in their order. Saying the same twice is saying it once. */
export async function markFacts(viewer: Viewer, marks: readonly FactToMark[]): Promise<readonly Marked[]> {
  if (marks.length === 0) return []
  const factIds = [...new Set(marks.map(({ factId }) => factId))]
  return db().$transaction(async (tx) => {
    await lockLearner(tx, viewer.learnerId)
    const visible = await tx.fact.findMany({
      where: { id: { in: factIds }, document: { decks: { some: decksVisibleTo(viewer) } } },
      select: { id: true },
    })
    const known = new Set(visible.map(({ id }) => id))
    const marked: Marked[] = []
    for (const mark of marks) {
      // What is no longer to be seen can still be let go of.
      const isAllowed = known.has(mark.factId) || !mark.on
      if (isAllowed) await saveMark(tx, viewer, mark)
      marked.push(isAllowed ? 'marked' : 'no-such-fact')
    }
    return marked
  })
}

async function saveMark(tx: Tx, viewer: Viewer, mark: FactToMark): Promise<void> {
  const { learnerId } = viewer
  const { factId } = mark
  const data = changeBy(mark, viewer)
  if (mark.on) {
    const where = { learnerId_factId: { learnerId, factId } }
    await tx.factMark.upsert({ where, create: { learnerId, factId, ...data }, update: data })
    return
  }
  await tx.factMark.updateMany({ where: { learnerId, factId }, data })
  await dropEmptyMarks(tx, learnerId, [factId])
}

/** A fact with no mark left has no row. */
export async function dropEmptyMarks(tx: Tx, learnerId: string, factIds: readonly string[]): Promise<void> {
  const none = { starred: false, suspended: false, buriedUntil: null }
  await tx.factMark.deleteMany({ where: { learnerId, factId: { in: [...factIds] }, ...none } })
}
