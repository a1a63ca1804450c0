import { TZDate } from '@date-fns/tz'
import { getTranslations } from 'next-intl/server'
import { ClassId } from '@/lib/core/ids'
import { findClass } from '@/lib/data/classes/classes'
import { gradebook } from '@/lib/data/classes/gradebook'
import { writeCsv } from '@/lib/export-formats/write-csv'
import { getViewer } from '@/lib/session'

/** All attempts of the class, one per row. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await getViewer()
  const classId = ClassId.safeParse((await params).id).data
  const found = viewer && classId ? await findClass(viewer, classId) : null
  if (!viewer || !found?.mayTeach) return new Response(null, { status: 404 })
  const t = await getTranslations('class.gradebook.csv')
  const { attempts } = await gradebook(viewer, found.classId, new Date())
  const head = [t('learner'), t('assignment'), t('mode'), t('started'), t('submitted'), t('points'), t('outOf')]
  // With the teacher's UTC offset, so that people and programs read the same moment.
  const clock = (at: Date) => new TZDate(at, viewer.timeZone).toISOString()
  const rows = attempts.map((attempt) => [
    attempt.name,
    attempt.title,
    attempt.mode,
    clock(attempt.startedAt),
    attempt.submittedAt ? clock(attempt.submittedAt) : null,
    attempt.points,
    attempt.outOf,
  ])
  return new Response(writeCsv([head, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="gradebook.csv"',
      'cache-control': 'no-store',
    },
  })
}
