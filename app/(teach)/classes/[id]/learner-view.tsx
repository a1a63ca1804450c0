import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import type { Viewer } from '@/lib/core/access/viewer'
import { assignmentsOf } from '@/lib/data/classes/assignments'
import type { ClassView } from '@/lib/data/classes/classes'
import { leaveAction } from './actions'
import { AssignmentRow } from './assignment-row'

/** What a learner sees of a class: what is asked of them and how far they are. Nobody else's progress, no code. */
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
      <Fold summary={t('leave')}>
        <form action={leaveAction} className="grid gap-3 py-2">
          <input type="hidden" name="classId" value={found.classId} />
          <p className="max-w-(--measure) text-label text-ink-muted">{t('leaveBody')}</p>
          <div>
            <SubmitButton variant="secondary" size="slim">
              {t('leaveSure', { name: found.name })}
            </SubmitButton>
          </div>
        </form>
      </Fold>
    </div>
  )
}
