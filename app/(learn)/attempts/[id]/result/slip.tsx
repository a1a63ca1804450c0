import { useTranslations } from 'next-intl'
import { explanationOf, Line, ProofInList, type Sign, TypedAnswers } from '@/components/quiz/feedback-parts'
import { Stem } from '@/components/quiz/stem'
import type { ShownOption } from '@/lib/core/grading/feedback'
import type { ResultQuestion } from '@/lib/data/quizzes/find-result'
import { BackIn } from './back-in'

/** A question that slipped: your answer, the right one, why, and the sentence that proves it. */
export function Slip({ question, deckId }: { question: ResultQuestion; deckId: string }) {
  const t = useTranslations('quiz.feedback')
  const number = question.position + 1
  const explanation = explanationOf(question, question.verdict)
  return (
    <article
      id={`q${number}`}
      aria-labelledby={`q${number}-stem`}
      className="grid gap-x-16 gap-y-6 border-t py-8 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]"
    >
      <div>
        <header className="grid grid-cols-[1.75rem_1fr] items-baseline sm:grid-cols-[2.25rem_1fr]">
          <b className="font-[500] text-ink-muted">{number}</b>
          <h3 id={`q${number}-stem`} className="text-lead text-pretty leading-[1.4]">
            <Stem type={question.type} text={question.stem} />
          </h3>
        </header>
        <div className="mt-4 grid gap-3 sm:ps-9">
          <Answered question={question} />
          {question.verdict === 'unanswered' ? <p className="text-ink-muted text-label">{t('unanswered')}</p> : null}
          {explanation ? <p className="text-ink-muted text-label">{explanation}</p> : null}
        </div>
      </div>
      <div className="sm:max-lg:ps-9">
        <ProofInList evidence={question.evidence} href={`/decks/${deckId}/text`} />
        <p className="mt-4 text-ink-muted text-label">
          <BackIn interval={question.backIn} />
        </p>
      </div>
    </article>
  )
}

function Answered({ question: { answer, type, key } }: { question: ResultQuestion }) {
  if (answer.kind === 'typed') return <TypedAnswers typed={answer.typed} answers={key} />
  return answer.kind === 'options' ? <Options options={answer.options} isMultiple={type === 'multiple'} /> : null
}

function Options({ options, isMultiple }: { options: readonly ShownOption[]; isMultiple: boolean }) {
  const t = useTranslations('quiz.feedback')
  const tags = { given: t('yourAnswer'), key: t(isMultiple ? 'missed' : 'rightAnswer') }
  return (
    <ul className="grid gap-3">
      {options.map((option) => (
        <Line
          key={option.text}
          sign={signOf(option)}
          tag={tagOf(option, tags)}
          reason={option.isKey ? '' : option.reason}
        >
          {option.text}
        </Line>
      ))}
    </ul>
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
