import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { OptionRow, type Verdict } from '@/components/ui/option-row'
import type { Feedback, ShownOption } from '@/lib/core/grading/feedback'
import type { ItemType } from '@/lib/core/item/item'
import {
  explanationOf,
  OtherProofs,
  Proof,
  ProofInList,
  reasonOf,
  TypedAnswers,
  type VerdictWord,
} from './feedback-parts'
import { isArranged, SettledRows, tallyOf } from './settled-rows'

type Props = { type: ItemType; verdict: VerdictWord; feedback: Feedback }

/** The answered question in practice: each option with its verdict, then why, then the proof. */
export function FeedbackView({ type, verdict, feedback }: Props) {
  const { answer } = feedback
  if (isArranged(answer)) return <ArrangedFeedback answer={answer} verdict={verdict} />
  const explanation = explanationOf(feedback, verdict)
  return (
    <>
      {answer.kind === 'typed' ? (
        <TypedAnswers typed={answer.typed} answers={feedback.key} />
      ) : (
        <div className="grid gap-3">
          {answer.options.map((option) => (
            <AnsweredOption key={option.text} option={option} isMultiple={type === 'multiple'} />
          ))}
        </div>
      )}
      <div data-task="proof" className="mt-6 grid scroll-mb-28 gap-4 pb-2">
        <VerdictHead verdict={verdict} />
        {explanation ? <p>{explanation}</p> : null}
        <Proof evidence={feedback.evidence} />
      </div>
      {answer.kind === 'options' ? <OtherProofs options={answer.options} /> : null}
    </>
  )
}

type Arranged = Parameters<typeof tallyOf>[0]

/** Of several pairs or places each has its proof beside it, so the verdict over all of them comes first. */
function ArrangedFeedback({ answer, verdict }: { answer: Arranged; verdict: VerdictWord }) {
  const t = useTranslations()
  return (
    <div data-task="proof" className="grid scroll-mb-28 gap-6 pb-2">
      <VerdictHead verdict={verdict} tally={tallyOf(answer)} />
      <section aria-label={t('common.evidence.name')}>
        <SettledRows answer={answer} />
      </section>
    </div>
  )
}

type HeadProps = { verdict: VerdictWord; tally?: ReturnType<typeof tallyOf> }

/** Takes the focus after Check, so that what follows is read on from here. */
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

function AnsweredOption({ option, isMultiple }: { option: ShownOption; isMultiple: boolean }) {
  const t = useTranslations('quiz.feedback')
  return (
    <div>
      <OptionRow
        type={isMultiple ? 'checkbox' : 'radio'}
        name="answered"
        value={option.text}
        label={option.text}
        checked={option.isGiven}
        disabled
        verdict={verdictOf(option, { given: t('yourAnswer'), key: t(isMultiple ? 'missed' : 'rightAnswer') })}
      />
      {option.isGiven && option.proof ? (
        <div className="ps-[3.375rem] pt-3 pb-4 max-sm:ps-4">
          <ProofInList evidence={option.proof} />
        </div>
      ) : null}
    </div>
  )
}

function verdictOf(option: ShownOption, tags: { given: string; key: string }): Verdict {
  const { isKey, isGiven } = option
  const reason = reasonOf(option)
  const why = reason === '' ? {} : { reason }
  if (isKey) return { kind: 'correct', tag: isGiven ? tags.given : tags.key }
  return isGiven ? { kind: 'wrong', tag: tags.given, ...why } : { kind: 'plain', ...why }
}
