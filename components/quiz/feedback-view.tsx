import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { OptionRow, type Verdict } from '@/components/ui/option-row'
import type { Feedback, ShownOption } from '@/lib/core/grading/feedback'
import type { ItemType } from '@/lib/core/item/item'
import { explanationOf, Proof, TypedAnswers, type VerdictWord } from './feedback-parts'

type Props = { type: ItemType; verdict: VerdictWord; feedback: Feedback }

/** The answered question in practice: each option with its verdict, then why, then the proof. */
export function FeedbackView({ type, verdict, feedback }: Props) {
  const explanation = explanationOf(feedback, verdict)
  return (
    <>
      <Answered type={type} feedback={feedback} />
      <div data-task="proof" className="mt-6 grid scroll-mb-28 gap-4 pb-2">
        <VerdictHead verdict={verdict} />
        {explanation ? <p>{explanation}</p> : null}
        <Proof evidence={feedback.evidence} />
      </div>
    </>
  )
}

function Answered({ type, feedback: { answer, key } }: Pick<Props, 'type' | 'feedback'>) {
  if (answer.kind === 'typed') return <TypedAnswers typed={answer.typed} answers={key} />
  if (answer.kind !== 'options') return null
  return (
    <div className="grid gap-3">
      {answer.options.map((option) => (
        <AnsweredOption key={option.text} option={option} isMultiple={type === 'multiple'} />
      ))}
    </div>
  )
}

/** Takes the focus after Check, so that what follows is read on from here. */
function VerdictHead({ verdict }: { verdict: VerdictWord }) {
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
    </h2>
  )
}

function AnsweredOption({ option, isMultiple }: { option: ShownOption; isMultiple: boolean }) {
  const t = useTranslations('quiz.feedback')
  return (
    <OptionRow
      type={isMultiple ? 'checkbox' : 'radio'}
      name="answered"
      value={option.text}
      label={option.text}
      checked={option.isGiven}
      disabled
      verdict={verdictOf(option, { given: t('yourAnswer'), key: t(isMultiple ? 'missed' : 'rightAnswer') })}
    />
  )
}

function verdictOf({ isKey, isGiven, reason }: ShownOption, tags: { given: string; key: string }): Verdict {
  const why = reason === '' ? {} : { reason }
  if (isKey) return { kind: 'correct', tag: isGiven ? tags.given : tags.key }
  return isGiven ? { kind: 'wrong', tag: tags.given, ...why } : { kind: 'plain', ...why }
}
