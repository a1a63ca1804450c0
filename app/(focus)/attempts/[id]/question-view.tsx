import { getTranslations } from 'next-intl/server'
import { questionComponents } from '@/components/question-types/registry'
import { isArrangement, tallyOf } from '@/components/question-types/shared/answered-rows'
import { FeedbackView } from '@/components/quiz/feedback-view'
import { type Problem, QuestionForm } from '@/components/quiz/question-form'
import { QuestionFooter } from '@/components/quiz/quiz-footer'
import { QuizKeys, TaskFocus } from '@/components/quiz/quiz-keyboard'
import { Stem } from '@/components/quiz/stem'
import { ItemLabel } from '@/components/ui/item-label'
import { wrapClass } from '@/components/ui/page'
import { type Response, responseOf } from '@/lib/core/grading/response'
import { shortenedLabel } from '@/lib/core/item/shortened-label'
import type { Viewer } from '@/lib/core/people/viewer'
import { questionType } from '@/lib/core/question-types/registry'
import type { Feedback } from '@/lib/core/quiz/feedback'
import type { AttemptQuestion, FoundAttempt } from '@/lib/data/quizzes/find-attempt'
import { findFeedback } from '@/lib/data/quizzes/find-result'
import { postAnswer, sendAnswer } from './actions'
import { AttemptHead } from './attempt-head'

type Props = {
  viewer: Viewer
  attempt: FoundAttempt
  /** From 0. */
  at: number
  problem: string | undefined
  drafts: readonly string[]
  moved: string | null
}

const PROBLEMS: readonly string[] = ['unanswered', 'not-offered', 'already-answered'] satisfies Problem[]

/** One question: its number, the stem, the answer fields or the feedback, and the footer. */
export async function QuestionView({ viewer, attempt, at, problem, drafts, moved }: Props) {
  const question = attempt.questions[at]
  if (!question) return null
  const feedback = question.verdict ? await findFeedback(viewer, attempt.id, at) : null
  const { item } = question
  const { AnswerFields } = questionComponents(item.type)
  const links = linksOf(attempt, at)
  return (
    <div className="flex min-h-dvh flex-col">
      <AttemptHead attempt={attempt} at={at} />
      <main id="main" tabIndex={-1} className={`${wrapClass('quiz')} flex grow flex-col`}>
        <QuestionForm
          key={`${at}${feedback ? ' settled' : ''}`}
          action={postAnswer}
          send={sendAnswer}
          mode={attempt.mode}
          problem={PROBLEMS.includes(problem ?? '') ? (problem as Problem) : null}
        >
          <div className="grow">
            <HiddenFields attempt={attempt} question={question} isSettled={feedback !== null} />
            <Place attempt={attempt} at={at} />
            <div className="mb-1.5 empty:hidden">
              <ItemLabel label={question.label} said={attempt.title} id="about" />
            </div>
            <fieldset>
              <legend className="mb-6 p-0">
                <h1
                  data-task="stem"
                  tabIndex={-1}
                  aria-describedby={shortenedLabel(question.label, attempt.title) ? 'about' : undefined}
                  className="text-[clamp(1.375rem,1.1rem+1.2vw,1.75rem)] font-[550]! leading-[1.35]"
                >
                  <Stem type={item.type} text={item.stem} fills={feedback?.key ?? []} />
                </h1>
              </legend>
              {feedback && question.verdict ? (
                <FeedbackView type={item.type} verdict={question.verdict} feedback={feedback} />
              ) : (
                <AnswerFields content={item.content} stem={item.stem} given={begun(question, drafts)} moved={moved} />
              )}
            </fieldset>
            <LeftOpen attempt={attempt} at={at} isSettled={feedback !== null} />
          </div>
          <QuestionFooter
            {...primaryActionOf(attempt, at, feedback !== null, links.next)}
            previous={links.previous}
            savesOnPrevious={attempt.mode === 'test'}
            flagged={question.flagged}
          />
        </QuestionForm>
      </main>
      <QuizKeys previous={links.previous} next={links.next} />
      <Steps at={at} total={attempt.questions.length} question={question} feedback={feedback} />
    </div>
  )
}

function HiddenFields(props: { attempt: FoundAttempt; question: AttemptQuestion; isSettled: boolean }) {
  const { attempt, question, isSettled } = props
  return (
    <>
      <input type="hidden" name="attemptId" value={attempt.id} />
      <input type="hidden" name="position" value={question.position} />
      <input type="hidden" name="asked" value={isSettled ? 'settled' : questionType(question.item.type).responseKind} />
      <input type="hidden" name="flagged" value={question.flagged ? 'yes' : 'no'} />
    </>
  )
}

async function Place({ attempt, at }: { attempt: FoundAttempt; at: number }) {
  const t = await getTranslations('quiz.attempt')
  const count = attempt.questions.filter(({ given }) => given).length
  const flagged = attempt.questions.filter((question) => question.flagged).length
  return (
    <p className="my-2 flex flex-wrap gap-x-3 py-2 text-label">
      <b className="font-semibold">{t('place', { number: at + 1, total: attempt.questions.length })}</b>
      <span className="text-ink-muted">
        {flagged > 0 ? t('answeredFlagged', { count, flagged }) : t('answered', { count })}
      </span>
    </p>
  )
}

/** On the last question of a practice: how many questions are still open. */
async function LeftOpen({ attempt, at, isSettled }: { attempt: FoundAttempt; at: number; isSettled: boolean }) {
  const t = await getTranslations('quiz.attempt')
  const count = attempt.questions.filter(({ given }) => !given).length
  const isLast = at === attempt.questions.length - 1
  if (attempt.mode === 'test' || !isSettled || !isLast || count === 0) return null
  return <p className="mt-6 text-ink-muted">{t('left', { count })}</p>
}

async function Steps(props: { at: number; total: number; question: AttemptQuestion; feedback: Feedback | null }) {
  const { at, total, question, feedback } = props
  const t = await getTranslations('quiz')
  const isRight = question.verdict === 'right'
  const announceOther = () => {
    const verdict = t(`feedback.${question.verdict ?? 'wrong'}`)
    if (feedback && isArrangement(feedback.answer)) {
      return t('feedback.announceTally', { verdict, ...tallyOf(feedback.answer) })
    }
    const key = feedback?.key ?? []
    return t('feedback.announceOther', { verdict, count: key.length, answer: key.join(', ') })
  }
  const place = t('attempt.place', { number: at + 1, total })
  const said = feedback ? (isRight ? t('feedback.announceRight') : announceOther()) : place
  return (
    <TaskFocus step={`${at} ${feedback ? 'feedback' : 'asked'}`} target={feedback ? 'feedback' : 'stem'} said={said} />
  )
}

function linksOf(attempt: FoundAttempt, at: number) {
  const link = (place: number) =>
    place >= 0 && place < attempt.questions.length ? `/attempts/${attempt.id}?q=${place + 1}` : null
  return { previous: link(at - 1), next: link(at + 1) }
}

function primaryActionOf(attempt: FoundAttempt, at: number, isSettled: boolean, next: string | null) {
  const isLast = at === attempt.questions.length - 1
  if (attempt.mode === 'test') return { primary: isLast ? ('review' as const) : ('next' as const), href: null }
  if (!isSettled) return { primary: 'check' as const, href: null }
  return isLast ? { primary: 'submit' as const, href: null } : { primary: 'next' as const, href: next }
}

/** The saved answer, or the one that the address of a browser without scripts carries. */
function begun({ item, given }: AttemptQuestion, drafts: readonly string[]): Response | null {
  return given || drafts.length === 0 ? given : responseOf(questionType(item.type).responseKind, drafts)
}
