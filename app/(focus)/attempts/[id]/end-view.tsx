import { ArrowLeft, Check, Circle, Flag } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { QuizFooter } from '@/components/quiz/quiz-footer'
import { QuizKeys, TaskFocus } from '@/components/quiz/quiz-keyboard'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import { wrapClass } from '@/components/ui/page'
import type { AttemptQuestion, FoundAttempt } from '@/lib/data/quizzes/find-attempt'
import { postAnswer } from './actions'
import { AttemptHead } from './attempt-head'

/**
 * The check page of a test: which questions are answered, flagged and empty. Submit has no key, because Enter leads here and
 * a second press must not hand in the test unseen.
 */
export async function EndView({ attempt }: { attempt: FoundAttempt }) {
  const t = await getTranslations('quiz.attempt')
  const left = attempt.questions.filter(({ given }) => !given).length
  const number = attempt.questions.length
  const last = `/attempts/${attempt.id}?q=${number}`
  return (
    <div className="flex min-h-dvh flex-col">
      <AttemptHead attempt={attempt} at={null} />
      <main id="main" tabIndex={-1} className={`${wrapClass('quiz')} flex grow flex-col`}>
        <h1 data-task="stem" tabIndex={-1} className="mt-4">
          {t('titleEnd')}
        </h1>
        <p className="mt-3">{left > 0 ? t('endLeft', { count: left }) : t('endAll')}</p>
        <p className="mt-1 text-ink-muted">{t('endBody')}</p>
        <ol className="mt-6 mb-8 grid gap-x-8 sm:grid-cols-2">
          {attempt.questions.map((question) => (
            <Row key={question.position} attempt={attempt} question={question} />
          ))}
        </ol>
        <form action={postAnswer} className="sticky bottom-0 mt-auto">
          <input type="hidden" name="attemptId" value={attempt.id} />
          <input type="hidden" name="position" value="0" />
          <input type="hidden" name="asked" value="settled" />
          <input type="hidden" name="flagged" value="no" />
          <QuizFooter>
            <ButtonLink
              href={last}
              aria-label={t('backToQuestion', { number })}
              className="order-1 px-4! sm:px-6!"
              data-press="previous"
            >
              <ArrowLeft aria-hidden="true" strokeWidth={1.75} className="size-5" />
              <span className="sm:hidden">{t('endRow', { number })}</span>
              <span className="max-sm:hidden">{t('backToQuestion', { number })}</span>
            </ButtonLink>
            <div className="order-3 col-start-3 grid sm:justify-self-end sm:*:min-w-44">
              <SubmitButton name="go" value="submit" pendingLabel={t('submitting')}>
                {t('submit')}
              </SubmitButton>
            </div>
          </QuizFooter>
        </form>
      </main>
      <QuizKeys previous={last} next={null} />
      <TaskFocus step="end" target="stem" said={t('titleEnd')} />
    </div>
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
