import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ClientMessages } from '@/components/ui/messages'
import { type AssignmentView, listAssignableDecks, listAssignments } from '@/lib/data/classes/assignments'
import { type ClassProps, readTaughtClass } from '../read-class'
import { AssignForm } from './assign-form'

type Props = ClassProps & { searchParams: Promise<{ deck?: string }> }

export default async function AssignPage({ params, searchParams }: Props) {
  const { viewer, found } = await readTaughtClass((await params).id)
  const t = await getTranslations('class')
  const decks = await listAssignableDecks(viewer)
  const assignments = await listAssignments(viewer, found.classId, new Date())
  if (!found.mayAssign) return <EmptyState title={t('refusal.class-ended')} />
  return (
    <div className="grid gap-8 pt-6 wide:grid-cols-[1fr_20rem]">
      <section aria-labelledby="assign">
        <h2 id="assign">{t('assign.title')}</h2>
        {decks.length === 0 ? (
          <EmptyState
            title={t('assign.noDeck')}
            action={<ButtonLink href="/documents/new">{t('assign.newDocument')}</ButtonLink>}
          >
            {t('assign.noDeckBody')}
          </EmptyState>
        ) : (
          <ClientMessages areas={['class']}>
            <AssignForm classId={found.classId} decks={decks} chosen={(await searchParams).deck ?? null} />
          </ClientMessages>
        )}
      </section>
      <section aria-labelledby="assigned">
        <h2 id="assigned" className="text-lead">
          {t('assign.assigned')}
        </h2>
        {assignments.length === 0 ? <p className="pt-2 text-ink-muted">{t('assign.none')}</p> : null}
        <ul>
          {assignments.map((assignment) => (
            <AssignedRow key={assignment.assignmentId} assignment={assignment} />
          ))}
        </ul>
      </section>
    </div>
  )
}

async function AssignedRow({ assignment }: { assignment: AssignmentView }) {
  const t = await getTranslations('class.assignment')
  const format = await getFormatter()
  const kind = assignment.kind === 'quiz' ? t('quizKind', { count: assignment.questions }) : t('study')
  const due = assignment.dueAt ? format.dateTime(assignment.dueAt, { dateStyle: 'medium' }) : null
  return (
    <li className="border-b py-3">
      <p className="wrap-anywhere">{assignment.title}</p>
      <p className="text-label text-ink-muted">{due ? `${kind}, ${t('due', { date: due })}` : kind}</p>
    </li>
  )
}
