import { isoDay, studyDay } from '@/lib/core/memory/scheduling/study-day'
import { exportLearner } from '@/lib/data/people/export-learner'
import { getViewer } from '@/lib/session'

export async function GET(): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return new Response(null, { status: 401 })
  const now = new Date()
  const everything = await exportLearner(viewer, now)
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="bilim-${isoDay(studyDay(now, viewer.timeZone, 0))}.json"`,
      'Cache-Control': 'no-store',
    },
  })
}
