import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { MasteryStrip } from '@/components/ui/mastery-swatch'
import { KNOWN_FROM } from '@/lib/core/statistics/class-table'
import type { AssignmentView, OwnProgress } from '@/lib/data/classes/assignments'

type Props = {
  assignment: AssignmentView & { readonly progress: OwnProgress }
  now: Date
  /** The one primary action of the screen. */
  isFirst: boolean
}

export async function AssignmentRow({ assignment, now, isFirst }: Props) {
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
    const known = progress.patches.filter(({ mastery }) => mastery >= KNOWN_FROM).length
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
