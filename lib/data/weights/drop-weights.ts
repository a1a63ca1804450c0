import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { db } from '@/lib/db'

/** The defaults again, from the next review on. What was fitted is kept: reviews name it. */
export async function dropWeights({ learnerId }: Viewer): Promise<void> {
  await db().fittedWeights.updateMany({ where: { learnerId, inUse: true }, data: { inUse: false } })
}
