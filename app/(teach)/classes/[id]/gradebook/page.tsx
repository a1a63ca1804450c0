import { getFormatter, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { type Grade, gradebook } from '@/lib/data/classes/gradebook'
import { type ClassProps, readTaughtClass } from '../read-class'

export default async function GradebookPage({ params }: ClassProps) {
  const { viewer, found } = await readTaughtClass((await params).id)
  const t = await getTranslations('class.gradebook')
  const format = await getFormatter()
  const book = await gradebook(viewer, found.classId, new Date())
  if (book.quizzes.length === 0) return <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
  return (
    <section aria-labelledby="gradebook" className="pt-6">
      <div className="flex flex-wrap items-end justify-between gap-4 pb-3">
        <div>
          <h2 id="gradebook">{t('title')}</h2>
          <p className="text-label text-ink-muted">{t('lead')}</p>
        </div>
        <a href={`/classes/${found.classId}/gradebook/csv`} download className={buttonClass('secondary', 'slim')}>
          {t('download')}
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys. */}
      <section aria-label={t('region')} tabIndex={0} className="-mx-(--gutter) overflow-x-auto px-(--gutter)">
        <table className="w-full text-label leading-normal [&_td]:border-t [&_td]:py-3 [&_td]:pe-6 [&_tbody_th]:border-t [&_tbody_th]:py-3 [&_tbody_th]:pe-6">
          <thead className="text-caption text-ink-muted [&_th]:py-2 [&_th]:pe-6 [&_th]:align-bottom">
            <tr>
              <th scope="col">{t('learner')}</th>
              {book.quizzes.map((quiz) => (
                <th key={quiz.assignmentId} scope="col" className="min-w-[10rem]">
                  {quiz.title}
                  {quiz.dueAt ? (
                    <span className="block">{format.dateTime(quiz.dueAt, { dateStyle: 'medium' })}</span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {book.learners.map((learner) => (
              <tr key={learner.learnerId}>
                <th scope="row" className="whitespace-nowrap">
                  {learner.name}
                </th>
                {learner.grades.map((grade, index) => (
                  <td key={book.quizzes[index]?.assignmentId}>
                    <GradeCell grade={grade} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

async function GradeCell({ grade }: { grade: Grade }) {
  const t = await getTranslations('class.gradebook')
  if (grade.kind === 'none') {
    return (
      <span className="text-ink-muted">
        <span aria-hidden="true">{t('none')}</span>
        <span className="sr-only">{t('noneLong')}</span>
      </span>
    )
  }
  if (grade.kind === 'open') return <span className="text-ink-muted">{t('open')}</span>
  return (
    <>
      {t('grade', { points: grade.points, outOf: grade.outOf })}
      {grade.attempts > 1 ? (
        <span className="text-ink-muted"> ({t('attempts', { count: grade.attempts })})</span>
      ) : null}
    </>
  )
}
