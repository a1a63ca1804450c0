import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ProgressSegments } from '@/components/quiz/progress-segments'
import { Disclosure } from '@/components/ui/disclosure'
import { Page } from '@/components/ui/page'
import { AttemptId } from '@/lib/core/ids'
import { findAttempt } from '@/lib/data/quizzes/find-attempt'
import { findResult, type Result } from '@/lib/data/quizzes/find-result'
import { requireViewer } from '@/lib/session'
import { MissedQuestion, RightRow } from './question-rows'
import { ScoreHead } from './score-head'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata() {
  const t = await getTranslations('quiz.result')
  return { title: t('title') }
}

export default async function ResultPage({ params }: Props) {
  const { id } = await params
  const viewer = await requireViewer(`/attempts/${id}/result`)
  const attemptId = AttemptId.safeParse(id).data
  const result = attemptId ? await findResult(viewer, attemptId, new Date()) : null
  if (!attemptId) notFound()
  if (!result) {
    if (await findAttempt(viewer, attemptId)) redirect(`/attempts/${attemptId}`)
    notFound()
  }
  const t = await getTranslations('quiz.result')
  const missed = result.questions.filter(({ verdict }) => verdict !== 'right')
  const right = result.questions.filter(({ verdict }) => verdict === 'right')
  return (
    <Page>
      <ScoreHead attemptId={attemptId} result={result} />
      <Strip result={result} />
      {missed.length > 0 ? (
        <section aria-labelledby="missed">
          <h2 id="missed" className="sr-only">
            {t('again')}
          </h2>
          {missed.map((question) => (
            <MissedQuestion key={question.position} question={question} deckId={result.deckId} title={result.title} />
          ))}
        </section>
      ) : null}
      {right.length > 0 ? (
        <section className="border-t py-6" aria-label={t('kept', { count: right.length })}>
          <Disclosure summary={t('kept', { count: right.length })} open={missed.length === 0}>
            <ol>
              {right.map((question) => (
                <RightRow key={question.position} question={question} title={result.title} />
              ))}
            </ol>
          </Disclosure>
        </section>
      ) : null}
    </Page>
  )
}

const NUMBERS = {
  right: 'text-ink-muted',
  unanswered: 'font-semibold text-ink',
  partly: 'font-semibold text-wrong',
  wrong: 'font-semibold text-wrong',
} as const

async function Strip({ result }: { result: Result }) {
  const t = await getTranslations('quiz')
  const asked = result.questions.toSorted((a, b) => a.position - b.position)
  const segments = asked.map(({ position, verdict }) => ({
    href: `#q${position + 1}`,
    label: t('attempt.segment', {
      number: position + 1,
      state: t(verdict === 'unanswered' ? 'attempt.state.empty' : `attempt.state.${verdict}`),
    }),
    state:
      verdict === 'right' ? ('right' as const) : verdict === 'unanswered' ? ('empty' as const) : ('wrong' as const),
  }))
  return (
    <nav aria-label={t('result.answers')} className="pb-12">
      <ProgressSegments segments={segments} />
      <div aria-hidden="true" className="grid auto-cols-fr grid-flow-col gap-[3px]">
        {asked.map(({ position, verdict }) => (
          <span key={position} className={`text-center text-caption leading-none ${NUMBERS[verdict]}`}>
            {position + 1}
          </span>
        ))}
      </div>
    </nav>
  )
}
