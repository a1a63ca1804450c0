import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/ui/messages'
import { AttemptId } from '@/lib/core/ids'
import { findAttempt } from '@/lib/data/quizzes/find-attempt'
import { requireViewer } from '@/lib/session'
import { EndView } from './end-view'
import { QuestionView } from './question-view'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations('quiz.attempt')
  const { q } = await searchParams
  return { title: q === 'end' ? t('titleEnd') : t('metaTitle', { number: Number(q) || 1 }) }
}

export default async function AttemptPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const viewer = await requireViewer(`/attempts/${id}`)
  const attemptId = AttemptId.safeParse(id).data
  const attempt = attemptId ? await findAttempt(viewer, attemptId) : null
  if (!attempt) notFound()
  if (attempt.submittedAt) redirect(`/attempts/${attempt.id}/result`)
  const drafts = [query.draft ?? []].flat()
  return (
    <ClientMessages areas={['quiz']}>
      {query.q === 'end' ? (
        <EndView attempt={attempt} />
      ) : (
        <QuestionView
          viewer={viewer}
          attempt={attempt}
          at={placeIn(query.q, attempt.questions)}
          problem={[query.problem].flat()[0]}
          drafts={drafts}
        />
      )}
    </ClientMessages>
  )
}

/** The question in the address; without one, the first that has no answer yet. */
function placeIn(q: string | string[] | undefined, questions: readonly { given: unknown }[]): number {
  const asked = Number(q)
  if (Number.isInteger(asked) && asked >= 1 && asked <= questions.length) return asked - 1
  return Math.max(
    0,
    questions.findIndex(({ given }) => given === null),
  )
}
