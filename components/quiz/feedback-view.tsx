import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { QuestionType } from '@/lib/core/question-types/registry'
import type { Feedback } from '@/lib/core/quiz/feedback'
import { questionComponents } from '../question-types/registry'
import { isArrangement, tallyOf } from '../question-types/shared/answered-rows'
import { AnswerEvidence, explanationOf, OtherEvidence } from '../question-types/shared/feedback-parts'
import type { VerdictWord } from '../question-types/shared/question-components'

type Props = { type: QuestionType; verdict: VerdictWord; feedback: Feedback }

/** The answered question in practice: the answer with its verdict, then why, then the evidence. */
export function FeedbackView({ type, verdict, feedback }: Props) {
  const { answer } = feedback
  const { Answered } = questionComponents(type)
  const t = useTranslations()
  if (isArrangement(answer)) {
    // Each pair or place has its evidence beside it, so the verdict for the whole question comes first.
    return (
      <div data-task="evidence" className="grid scroll-mb-28 gap-6 pb-2">
        <VerdictHead verdict={verdict} tally={tallyOf(answer)} />
        <section aria-label={t('common.evidence.name')}>
          <Answered feedback={feedback} verdict={verdict} />
        </section>
      </div>
    )
  }
  const explanation = explanationOf(feedback, verdict)
  return (
    <>
      <Answered feedback={feedback} verdict={verdict} />
      <div data-task="evidence" className="mt-6 grid scroll-mb-28 gap-4 pb-2">
        <VerdictHead verdict={verdict} />
        {explanation ? <p>{explanation}</p> : null}
        <AnswerEvidence evidence={feedback.evidence} />
      </div>
      {answer.kind === 'options' ? <OtherEvidence options={answer.options} /> : null}
    </>
  )
}

type HeadProps = { verdict: VerdictWord; tally?: ReturnType<typeof tallyOf> }

/** Gets the focus after Check, so that a screen reader continues here. */
function VerdictHead({ verdict, tally }: HeadProps) {
  const t = useTranslations('quiz.feedback')
  const isRight = verdict === 'right'
  const Sign = isRight ? Check : X
  return (
    <h2
      data-task="feedback"
      tabIndex={-1}
      className={clsx('flex items-center gap-2 text-lead focus:outline-0', isRight ? 'text-correct' : 'text-wrong')}
    >
      <Sign aria-hidden="true" strokeWidth={1.75} className="size-5" />
      {t(verdict)}
      {tally && verdict === 'partly' ? (
        <span className="font-[500] text-ink-muted text-label">{t('tally', tally)}</span>
      ) : null}
    </h2>
  )
}
