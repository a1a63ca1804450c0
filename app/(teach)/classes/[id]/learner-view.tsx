import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/field'
import { MasteryStrip } from '@/components/ui/mastery-swatch'
import type { Viewer } from '@/lib/core/people/viewer'
import { isKnown } from '@/lib/core/statistics/class-table'
import { type AssignmentView, assignmentsOf, type OwnProgress } from '@/lib/data/classes/assignments'
import type { ClassView } from '@/lib/data/classes/classes'
import { leaveClassAction } from './actions'

/** A class as a learner sees it: assignments and their own progress, without the class code. */
export async function LearnerView({ viewer, found }: { viewer: Viewer; found: ClassView }) {
  const t = await getTranslations('class.learner')
  const now = new Date()
  const assignments = await assignmentsOf(viewer, now, found.classId)
  return (
    <>
      {assignments.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
      ) : (
        <section aria-labelledby="assignments" className="pt-6">
          <h2 id="assignments" className="pb-2">
            {t('title')}
          </h2>
          <ul className="border-t">
            {assignments.map((assignment, index) => (
              <AssignmentRow key={assignment.assignmentId} assignment={assignment} now={now} isFirst={index === 0} />
            ))}
          </ul>
        </section>
      )}
      <LeaveClass found={found} />
    </>
  )
}

async function LeaveClass({ found }: { found: ClassView }) {
  const t = await getTranslations('class.learner')
  return (
    <div className="py-4">
      <Disclosure summary={t('leave')}>
        <form action={leaveClassAction} className="grid gap-3 py-2">
          <input type="hidden" name="classId" value={found.classId} />
          <p className="max-w-(--measure) text-label text-ink-muted">{t('leaveBody')}</p>
          <div>
            <SubmitButton variant="secondary" size="slim">
              {t('leaveSure', { name: found.name })}
            </SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}

type RowProps = {
  assignment: AssignmentView & { readonly progress: OwnProgress }
  now: Date
  /** Gets the primary button of the screen. */
  isFirst: boolean
}

async function AssignmentRow({ assignment, now, isFirst }: RowProps) {
  const t = await getTranslations('class.assignment')
  const format = await getFormatter()
  const { dueAt, progress } = assignment
  const due = dueAt ? format.dateTime(dueAt, { dateStyle: 'medium' }) : null
  const kind = assignment.kind === 'quiz' ? t('quizKind', { count: assignment.questions }) : t('study')
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b py-4">
      <div className="grid min-w-0 flex-1 basis-[20rem] gap-2">
        <h3 className="text-lead wrap-anywhere">{assignment.title}</h3>
        <p className="text-label text-ink-muted">
          {due ? `${kind}, ${t(dueAt && dueAt < now ? 'overdue' : 'due', { date: due })}` : kind}
        </p>
        {progress.kind === 'study' ? <MasteryStrip patches={progress.patches} /> : null}
        <p className="text-label">{await writeProgress(progress)}</p>
      </div>
      <ButtonLink href={addressOf(assignment)} variant={isFirst ? 'primary' : 'secondary'}>
        {t(actionOf(progress))}
      </ButtonLink>
    </li>
  )
}

function addressOf(assignment: AssignmentView): string {
  return assignment.kind === 'quiz' ? `/quizzes/${assignment.quizId}` : `/study?deck=${assignment.deckId}`
}

async function writeProgress(progress: OwnProgress): Promise<string> {
  const t = await getTranslations('class.assignment')
  if (progress.kind === 'study') {
    const known = progress.patches.filter(({ mastery }) => isKnown(mastery)).length
    return t('known', { known, total: progress.patches.length })
  }
  if (progress.state === 'submitted') return t('submitted', { points: progress.points, outOf: progress.outOf })
  return t(progress.state === 'open' ? 'open' : 'notStarted')
}

function actionOf(progress: OwnProgress): 'start' | 'continue' | 'again' {
  if (progress.kind === 'study') return progress.patches.some(({ mastery }) => mastery > 0) ? 'continue' : 'start'
  if (progress.state === 'submitted') return 'again'
  return progress.state === 'open' ? 'continue' : 'start'
}
