import { getFormatter, getTranslations } from 'next-intl/server'
import { ExamForm } from '@/components/exam/exam-form'
import { ExamNumbers } from '@/components/exam/exam-numbers'
import { ButtonLink } from '@/components/ui/button'
import { CALENDAR } from '@/components/ui/calendar-day'
import { SubmitButton } from '@/components/ui/field'
import { ClientMessages } from '@/components/ui/messages'
import type { DeckId } from '@/lib/core/ids'
import { isoDay, studyDay } from '@/lib/core/memory/scheduling/study-day'
import type { Viewer } from '@/lib/core/people/viewer'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { type ExamView, FARTHEST_DAYS, readExam } from '@/lib/data/exams/exams'
import { countAskable } from '@/lib/data/quizzes/create-quiz'
import { startQuiz } from '../../quizzes/start-quiz'
import { saveExam } from './actions'

const TARGETS = [0.7, 0.8, 0.85, 0.9, 0.95, 0.97]
const DEFAULT_TARGET = 0.9

/** The deck's exam: readiness, what to study today, and the form that sets its date. */
export async function ExamSection({ viewer, deckId, now }: { viewer: Viewer; deckId: DeckId; now: Date }) {
  const [t, format, exam] = await Promise.all([getTranslations('exam'), getFormatter(), readExam(viewer, deckId, now)])
  const today = studyDay(now, viewer.timeZone, viewer.dayStartHour)
  const date = exam
    ? format.dateTime(new Date(exam.date), { day: 'numeric', month: 'long', year: 'numeric', ...CALENDAR })
    : ''
  const targets = [...new Set([...TARGETS, exam?.target ?? DEFAULT_TARGET])].sort()
  return (
    <section aria-labelledby="exam" className="grid gap-5 border-t pt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="exam" className="text-lead">
          {exam ? t('title', { date }) : t('none')}
        </h2>
        {exam && exam.days >= 0 ? <p className="font-semibold">{t('days', { days: exam.days })}</p> : null}
      </div>
      <Body viewer={viewer} exam={exam} date={date} />
      <div>
        <ClientMessages areas={['exam']}>
          <ExamForm
            deckId={deckId}
            exam={exam ? { date: exam.date, target: exam.target } : null}
            days={{ first: isoDay(today), last: isoDay(today + FARTHEST_DAYS) }}
            targets={targets.map((target) => ({
              value: String(target),
              label: t('percent', { share: percent(target) }),
            }))}
            defaultTarget={DEFAULT_TARGET}
            action={saveExam}
          />
        </ClientMessages>
      </div>
    </section>
  )
}

async function Body({ viewer, exam, date }: { viewer: Viewer; exam: ExamView | null; date: string }) {
  const t = await getTranslations('exam')
  if (!exam) return <p className="measure text-ink-muted">{t('noneBody')}</p>
  if (exam.days < 0) return <p className="measure text-ink-muted">{t('over', { date })}</p>
  return (
    <>
      <ExamNumbers {...exam} />
      {exam.today > 0 ? (
        <div>
          <ButtonLink href={`/study?deck=${exam.deckId}&only=exam`}>{t('study', { count: exam.today })}</ButtonLink>
        </div>
      ) : (
        <p className="text-ink-muted">{t('done')}</p>
      )}
      {exam.quizOnly > 0 ? <QuizOnly viewer={viewer} exam={exam} /> : null}
    </>
  )
}

/** Facts without a card are not in the plan; a quiz on them, if they have questions. */
async function QuizOnly({ viewer, exam: { deckId, quizOnly } }: { viewer: Viewer; exam: ExamView }) {
  const [t, { questions }] = await Promise.all([getTranslations('exam'), countAskable(viewer, deckId, 'quiz-only')])
  return (
    <form action={startQuiz} className="measure flex flex-wrap items-center gap-x-4 gap-y-2 text-label">
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="count" value={questions} />
      <input type="hidden" name="mode" value="practice" />
      <input type="hidden" name="facts" value="quiz-only" />
      <p className="text-ink-muted">{t('quizOnly', { count: quizOnly })}</p>
      {questions > 0 ? (
        <SubmitButton variant="secondary" size="slim" pendingLabel={t('quizOnlyStarting')}>
          {t('quizOnlyStart', { count: quizOnly, questions })}
        </SubmitButton>
      ) : null}
    </form>
  )
}
