import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ModeFields } from '@/components/quiz/mode-fields'
import { SubmitButton } from '@/components/ui/field'
import { Page, PageHead } from '@/components/ui/page'
import { AssignmentId, QuizId } from '@/lib/core/ids'
import { findQuiz, type QuizHead } from '@/lib/data/quizzes/find-quiz'
import { requireViewer } from '@/lib/session'
import { beginAttempt } from '../start-quiz'

/** An estimate, and the page says so. */
const SECONDS_A_QUESTION = 30

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('quiz.start')
  return { title: t('kind') }
}

export default async function QuizPage({ params, searchParams }: Props) {
  const [{ id }, { assignment }] = await Promise.all([params, searchParams])
  const viewer = await requireViewer(`/quizzes/${id}`)
  const quizId = QuizId.safeParse(id).data
  const assignmentId = AssignmentId.safeParse(assignment).data ?? null
  const quiz = quizId ? await findQuiz(viewer, quizId, assignmentId, new Date()) : null
  if (!quiz) notFound()
  const t = await getTranslations('quiz.start')
  const isClosed = quiz.assignment !== null && !quiz.assignment.isOpen
  return (
    <Page width="quiz">
      <PageHead title={quiz.title} meta={<Given quiz={quiz} />} />
      <div className="mt-4 border-t pt-6">
        <WhatCounts quiz={quiz} />
      </div>
      <form action={beginAttempt} className="mt-8 grid gap-6 border-t pt-6">
        <input type="hidden" name="quizId" value={quiz.id} />
        {quiz.assignment ? <input type="hidden" name="assignmentId" value={quiz.assignment.id} /> : null}
        {quiz.mayChooseMode ? <ModeFields chosen={quiz.mode} /> : <FixedMode quiz={quiz} />}
        <div className="flex flex-wrap items-center justify-between gap-4">
          <Link
            href={`/decks/${quiz.deckId}/quiz`}
            className="inline-flex min-h-11 items-center text-ink-muted text-label underline"
          >
            {t('back')}
          </Link>
          {isClosed ? (
            <p>{t('closed')}</p>
          ) : (
            <SubmitButton className="sm:min-w-44 max-sm:w-full">{t('start')}</SubmitButton>
          )}
        </div>
      </form>
    </Page>
  )
}

async function Given({ quiz }: { quiz: QuizHead }) {
  const [t, format] = await Promise.all([getTranslations('quiz.start'), getFormatter()])
  if (!quiz.assignment) return t('kind')
  const { className, dueAt } = quiz.assignment
  const due = dueAt ? ` ${t('due', { date: format.dateTime(dueAt, { dateStyle: 'medium' }) })}.` : ''
  return `${t('given', { name: className })}${due}`
}

async function WhatCounts({ quiz }: { quiz: QuizHead }) {
  const t = await getTranslations('quiz.start')
  const minutes = Math.max(1, Math.round((quiz.questions * SECONDS_A_QUESTION) / 60))
  const lines = [
    { name: t('questions'), value: quiz.questions, meaning: t('questionsMeaning') },
    { name: t('time'), value: t('timeValue'), meaning: t('timeMeaning', { minutes }) },
    { name: t('counts'), value: t('countsValue'), meaning: t('countsMeaning') },
  ]
  return (
    <dl className="grid gap-3">
      {lines.map(({ name, value, meaning }) => (
        <div key={name} className="grid gap-x-6 sm:grid-cols-[8rem_1fr]">
          <dt className="text-ink-muted text-label leading-[1.6rem]">{name}</dt>
          <dd>
            <b className="font-semibold">{value}</b>
            <span className="ms-2 text-ink-muted text-label">{meaning}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

async function FixedMode({ quiz }: { quiz: QuizHead }) {
  const t = await getTranslations('quiz')
  return (
    <div>
      <h2 className="font-[500] text-label">{t('start.mode')}</h2>
      <p className="mt-1 font-semibold">{t(`mode.${quiz.mode}`)}</p>
      <p className="text-ink-muted text-label">{t(`mode.${quiz.mode}Hint`)}</p>
    </div>
  )
}
