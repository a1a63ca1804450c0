import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { SectionHead } from '@/components/ui/page'
import type { Mastery } from '@/lib/core/memory/scheduling/memory'
import { DAY_MS } from '@/lib/core/shared/time'

export type Task = {
  readonly assignmentId: string
  readonly title: string
  readonly deckId: string
  readonly dueAt: Date | null
} & (
  | { readonly kind: 'study' }
  | { readonly kind: 'quiz'; readonly quizId: string; readonly questions: number; readonly mode: 'practice' | 'test' }
) & {
    readonly progress:
      | { readonly kind: 'study'; readonly patches: readonly { readonly mastery: Mastery }[] }
      | { readonly kind: 'quiz'; readonly state: 'not-started' | 'open' }
      | { readonly kind: 'quiz'; readonly state: 'submitted'; readonly points: number; readonly outOf: number }
  }

/** The assignments of the learner's classes, the nearest due date first. */
export function Assigned({ assignments, now }: { assignments: readonly Task[]; now: Date }) {
  const t = useTranslations('welcome.today')
  return (
    <section aria-labelledby="assigned">
      <SectionHead id="assigned" title={t('assigned')} />
      <ul>
        {assignments.map((task) => (
          <TaskRow key={task.assignmentId} task={task} now={now} />
        ))}
      </ul>
    </section>
  )
}

function TaskRow({ task, now }: { task: Task; now: Date }) {
  const t = useTranslations('welcome.today')
  const name =
    task.kind === 'quiz'
      ? t('assignedQuiz', { mode: task.mode, title: task.title })
      : t('assignedStudy', { title: task.title })
  return (
    <li className="relative border-t py-4">
      <Link
        href={hrefOfTask(task)}
        className="inline-block font-[500] leading-[1.4] no-underline after:absolute after:inset-0 hover:underline"
      >
        {name}
      </Link>
      <p className="text-label leading-[1.5] text-ink-muted">
        {useProgress(task)}, {useDue(task.dueAt, now)}
      </p>
    </li>
  )
}

export function hrefOfTask(task: Task): string {
  return task.kind === 'quiz' ? `/quizzes/${task.quizId}?assignment=${task.assignmentId}` : `/study?deck=${task.deckId}`
}

function useProgress(task: Task): string {
  const t = useTranslations('welcome.today')
  const { progress } = task
  if (progress.kind === 'study') {
    const seen = progress.patches.filter(({ mastery }) => mastery > 0).length
    return t('seen', { seen, total: progress.patches.length })
  }
  if (progress.state === 'submitted') return t('submitted', { points: progress.points, outOf: progress.outOf })
  const questions = t('questions', { count: task.kind === 'quiz' ? task.questions : 0 })
  return progress.state === 'open' ? `${questions}, ${t('open')}` : questions
}

const SAID_BY_WEEKDAY_MS = 6 * DAY_MS

function useDue(dueAt: Date | null, now: Date): string {
  const t = useTranslations('welcome.today')
  const format = useFormatter()
  if (!dueAt) return t('noDue')
  const distance = dueAt.getTime() - now.getTime()
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const isNear = distance >= 0 && distance < SAID_BY_WEEKDAY_MS
  const when = format.dateTime(
    dueAt,
    isNear ? { weekday: 'long', ...time } : { day: 'numeric', month: 'long', ...time },
  )
  return distance < 0 ? t('overdue', { when }) : t('due', { when })
}
