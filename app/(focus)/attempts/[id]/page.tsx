import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/ui/messages'
import { AttemptId } from '@/lib/core/ids'
import { type FoundAttempt, findAttempt } from '@/lib/data/quizzes/find-attempt'
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
  const at = placeIn(query.q, attempt.questions.length)
  // The address names the question, so that answering it does not move on by itself.
  if (at === null && query.q !== 'end') redirect(`/attempts/${attempt.id}?q=${firstOpen(attempt)}`)
  return (
    <ClientMessages areas={['quiz']}>
      {at === null ? (
        <EndView attempt={attempt} />
      ) : (
        <QuestionView
          viewer={viewer}
          attempt={attempt}
          at={at}
          problem={[query.problem].flat()[0]}
          drafts={[query.draft ?? []].flat()}
          moved={[query.moved].flat()[0] ?? null}
        />
      )}
    </ClientMessages>
  )
}

/** The question in the address; null when it names none. */
function placeIn(q: string | string[] | undefined, total: number): number | null {
  const asked = Number(q)
  return Number.isInteger(asked) && asked >= 1 && asked <= total ? asked - 1 : null
}

/** The first open question, counted from 1. */
function firstOpen({ questions }: FoundAttempt): number {
  const open = questions.findIndex(({ given }) => given === null)
  return open < 0 ? questions.length : open + 1
}
