import { Check, Circle, Flag } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { QuizKeys } from '@/components/quiz/quiz-keys'
import { TaskFocus } from '@/components/quiz/task-focus'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/field'
import { Page } from '@/components/ui/page'
import type { AttemptQuestion, FoundAttempt } from '@/lib/data/quizzes/find-attempt'
import { postAnswer } from './actions'
import { SittingHead } from './sitting-head'

/** Before a test is handed in: what is answered, flagged and empty. */
export async function EndView({ attempt }: { attempt: FoundAttempt }) {
  const t = await getTranslations('quiz.attempt')
  const left = attempt.questions.filter(({ given }) => !given).length
  const last = `/attempts/${attempt.id}?q=${attempt.questions.length}`
  return (
    <>
      <SittingHead attempt={attempt} at={null} />
      <Page width="quiz">
        <h1 data-task="stem" tabIndex={-1} className="mt-4">
          {t('titleEnd')}
        </h1>
        <p className="mt-3">{left > 0 ? t('endLeft', { count: left }) : t('endAll')}</p>
        <p className="mt-1 text-ink-muted">{t('endBody')}</p>
        <ol className="mt-6 grid gap-x-8 sm:grid-cols-2">
          {attempt.questions.map((question) => (
            <Row key={question.position} attempt={attempt} question={question} />
          ))}
        </ol>
        <form action={postAnswer} className="mt-8 flex justify-end border-t pt-4">
          <input type="hidden" name="attemptId" value={attempt.id} />
          <input type="hidden" name="position" value="0" />
          <input type="hidden" name="asked" value="settled" />
          <input type="hidden" name="flagged" value="no" />
          <SubmitButton
            name="go"
            value="submit"
            pendingLabel={t('submitting')}
            data-press="primary"
            className="sm:min-w-44 max-sm:w-full"
          >
            {t('submit')}
          </SubmitButton>
        </form>
      </Page>
      <QuizKeys previous={last} next={null} />
      <TaskFocus step="end" target="stem" said={t('titleEnd')} />
    </>
  )
}

async function Row({ attempt, question }: { attempt: FoundAttempt; question: AttemptQuestion }) {
  const t = await getTranslations('quiz.attempt')
  const state = question.given ? 'answered' : 'empty'
  const Sign = question.given ? Check : Circle
  return (
    <li className="border-t">
      <Link
        href={`/attempts/${attempt.id}?q=${question.position + 1}`}
        className="flex min-h-12 items-center gap-3 no-underline hover:underline"
      >
        <span className="grow">{t('endRow', { number: question.position + 1 })}</span>
        {question.flagged ? (
          <Badge
            kind="flag"
            icon={<Flag aria-hidden="true" strokeWidth={1.75} className="size-4 fill-current text-flag" />}
          >
            {t('isFlagged')}
          </Badge>
        ) : null}
        <Badge kind="quiet" icon={<Sign aria-hidden="true" strokeWidth={1.75} className="size-4" />}>
          {t(`state.${state}`)}
        </Badge>
      </Link>
    </li>
  )
}
