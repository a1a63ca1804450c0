import { X } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ProgressSegments, type Segment } from '@/components/quiz/progress-segments'
import { AnswerSavedBadge } from '@/components/quiz/question-form'
import { wrapClass } from '@/components/ui/page'
import type { AttemptQuestion, FoundAttempt } from '@/lib/data/quizzes/find-attempt'

/** Title, save state, a link out, and a segment for each question. `at` is null on the overview. */
export async function AttemptHead({ attempt, at }: { attempt: FoundAttempt; at: number | null }) {
  const t = await getTranslations('quiz')
  const state = (question: AttemptQuestion): Segment['state'] =>
    question.position === at ? 'here' : (BARS[question.verdict ?? (question.given ? 'answered' : 'empty')] ?? 'empty')
  const said = (question: AttemptQuestion) => {
    const word = question.position === at ? 'here' : (question.verdict ?? (question.given ? 'answered' : 'empty'))
    const stateName = t(`attempt.state.${word}`)
    return t('attempt.segment', {
      number: question.position + 1,
      state: question.flagged ? t('attempt.flagged', { state: stateName }) : stateName,
    })
  }
  return (
    <header className={wrapClass('quiz')}>
      <div className="flex min-h-16 items-center gap-4">
        <p className="wrap-anywhere grow font-semibold leading-[1.3] max-sm:text-label">
          {t('attempt.heading', { mode: t(`mode.${attempt.mode}`), title: attempt.title })}
        </p>
        <AnswerSavedBadge />
        <Link
          href={`/decks/${attempt.deckId}/quiz`}
          aria-label={t('attempt.leave')}
          title={t('attempt.leave')}
          className="-me-3 grid size-11 flex-none place-items-center rounded-control text-ink-muted hover:text-ink"
        >
          <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
        </Link>
      </div>
      <nav aria-label={t('attempt.questions')}>
        <ProgressSegments
          segments={attempt.questions.map((question) => ({
            href: `/attempts/${attempt.id}?q=${question.position + 1}`,
            label: said(question),
            state: state(question),
            flagged: question.flagged,
          }))}
        />
      </nav>
    </header>
  )
}

const BARS: Readonly<Record<string, Segment['state']>> = {
  empty: 'empty',
  answered: 'answered',
  right: 'right',
  partly: 'wrong',
  wrong: 'wrong',
}
