import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { db } from '../../db'

/** What a learner has laid on a fact. */
export type LaidOn = { readonly tags: readonly string[]; readonly starred: boolean; readonly suspended: boolean }

/** The viewer's own tags and marks, of those of the facts that have any. */
export async function laidOnFacts(
  viewer: Viewer | null,
  factIds: readonly string[],
): Promise<Readonly<Record<string, LaidOn>>> {
  if (!viewer) return {}
  const where = { learnerId: viewer.learnerId, factId: { in: [...factIds] } }
  const [tags, marks] = await Promise.all([
    db().factTag.findMany({ where, orderBy: { name: 'asc' } }),
    db().factMark.findMany({ where: { ...where, OR: [{ starred: true }, { suspended: true }] } }),
  ])
  const laid: Record<string, LaidOn> = {}
  for (const { factId, starred, suspended } of marks) laid[factId] = { tags: [], starred, suspended }
  for (const { factId, name } of tags) {
    const before = laid[factId] ?? { tags: [], starred: false, suspended: false }
    laid[factId] = { ...before, tags: [...before.tags, name] }
  }
  return laid
}
