import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import {
  explanationOf,
  Line,
  OtherProofs,
  ProofInList,
  reasonOf,
  type Sign,
  TypedAnswers,
} from '@/components/quiz/feedback-parts'
import { isArranged, SettledRows } from '@/components/quiz/settled-rows'
import { Stem } from '@/components/quiz/stem'
import { ItemLabel } from '@/components/ui/item-label'
import type { ShownOption } from '@/lib/core/grading/feedback'
import type { ResultQuestion } from '@/lib/data/quizzes/find-result'
import { BackIn } from './back-in'

type Props = { question: ResultQuestion; deckId: string; title: string }

/** A question that slipped: your answer, the right one, why, and the sentence that proves it. */
export function Slip({ question, deckId, title }: Props) {
  const href = `/decks/${deckId}/text`
  const { answer, position } = question
  const number = position + 1
  const isWide = isArranged(answer)
  return (
    <article
      id={`q${number}`}
      aria-labelledby={`q${number}-stem`}
      className={clsx('border-t py-8', isWide || 'grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]')}
    >
      <div>
        <header className="grid grid-cols-[1.75rem_1fr] items-baseline sm:grid-cols-[2.25rem_1fr]">
          <b className="font-[500] text-ink-muted">{number}</b>
          <div className="grid gap-1">
            <ItemLabel label={question.label} said={title} />
            <h3 id={`q${number}-stem`} className="text-lead text-pretty leading-[1.4]">
              <Stem type={question.type} text={question.stem} />
            </h3>
          </div>
        </header>
        <div className="mt-4 sm:ps-9">
          {isArranged(answer) ? <SettledRows answer={answer} href={href} wide /> : <Answered question={question} />}
        </div>
      </div>
      <div className={isWide ? 'sm:ps-9' : 'sm:max-lg:ps-9'}>
        {isWide ? null : <ProofInList evidence={question.evidence} href={href} />}
        <After question={question} />
      </div>
    </article>
  )
}

/** When the fact comes round again, and that it was left, where it was. */
function After({ question: { verdict, backIn } }: Pick<Props, 'question'>) {
  const t = useTranslations('quiz.feedback')
  return (
    <p className="mt-4 text-ink-muted text-label">
      {verdict === 'unanswered' ? `${t('unanswered')}. ` : null}
      <BackIn interval={backIn} />
    </p>
  )
}

function Answered({ question }: Pick<Props, 'question'>) {
  const { answer, type, key, verdict } = question
  const explanation = explanationOf(question, verdict)
  return (
    <div className="grid gap-3">
      {answer.kind === 'typed' ? <TypedAnswers typed={answer.typed} answers={key} /> : null}
      {answer.kind === 'options' ? <Options options={answer.options} isMultiple={type === 'multiple'} /> : null}
      {explanation ? <p className="text-ink-muted text-label">{explanation}</p> : null}
    </div>
  )
}

function Options({ options, isMultiple }: { options: readonly ShownOption[]; isMultiple: boolean }) {
  const t = useTranslations('quiz.feedback')
  const tags = { given: t('yourAnswer'), key: t(isMultiple ? 'missed' : 'rightAnswer') }
  return (
    <>
      <ul className="grid gap-3">
        {options.map((option) => (
          <Line
            key={option.text}
            sign={signOf(option)}
            tag={tagOf(option, tags)}
            reason={reasonOf(option)}
            proof={option.isGiven ? option.proof : null}
          >
            {option.text}
          </Line>
        ))}
      </ul>
      <OtherProofs options={options} />
    </>
  )
}

function signOf({ isKey, isGiven }: ShownOption): Sign {
  if (isKey) return 'right'
  return isGiven ? 'wrong' : 'none'
}

function tagOf({ isKey, isGiven }: ShownOption, tags: { given: string; key: string }): string {
  if (isGiven) return tags.given
  return isKey ? tags.key : ''
}
