import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { startOfStudyDay, studyDay } from '../../core/memory/study-day'
import { db } from '../../db'

/** As for a learner who has not chosen. */
const NEW_PER_DAY_OF_A_STRANGER = 20

/** How many more facts may be met for the first time on this study day. */
export async function newFactsLeft(viewer: Viewer | null, now: Date): Promise<number> {
  if (!viewer) return NEW_PER_DAY_OF_A_STRANGER
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = startOfStudyDay(studyDay(now, timeZone, dayStartHour), timeZone, dayStartHour)
  const today = await db().review.findMany({
    where: { learnerId, at: { gte: begin }, source: 'card' },
    select: { id: true, factId: true, reversesId: true },
  })
  const reversed = new Set(today.map(({ reversesId }) => reversesId))
  const met = new Set(
    today.filter(({ id, reversesId }) => !reversesId && !reversed.has(id)).map(({ factId }) => factId),
  )
  if (met.size === 0) return viewer.newPerDay
  const before = await db().review.findMany({
    where: { learnerId, factId: { in: [...met] }, at: { lt: begin } },
    distinct: ['factId'],
    select: { factId: true },
  })
  return Math.max(0, viewer.newPerDay - (met.size - before.length))
}
