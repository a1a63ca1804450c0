import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { questionComponents } from '@/components/question-types/registry'
import { isArrangement } from '@/components/question-types/shared/answered-rows'
import { EvidenceInList } from '@/components/question-types/shared/feedback-parts'
import { Stem } from '@/components/quiz/stem'
import { ItemLabel } from '@/components/ui/item-label'
import type { Interval } from '@/lib/core/memory/session/interval'
import type { ResultQuestion } from '@/lib/data/quizzes/find-result'

type Props = { question: ResultQuestion; deckId: string; title: string }

/** A question that was not answered right: the given answer, the right one, the reason and the evidence. */
export function MissedQuestion({ question, deckId, title }: Props) {
  const href = `/decks/${deckId}/text`
  const { answer, position, type, verdict } = question
  const { Missed } = questionComponents(type)
  const number = position + 1
  const isWide = isArrangement(answer)
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
          <Missed feedback={question} verdict={verdict} href={href} />
        </div>
      </div>
      <div className={isWide ? 'sm:ps-9' : 'sm:max-lg:ps-9'}>
        {isWide ? null : <EvidenceInList evidence={question.evidence} href={href} />}
        <After question={question} />
      </div>
    </article>
  )
}

/** When the fact is due next, and whether the question was left unanswered. */
function After({ question: { verdict, backIn } }: Pick<Props, 'question'>) {
  const t = useTranslations('quiz.feedback')
  return (
    <p className="mt-4 text-ink-muted text-label">
      {verdict === 'unanswered' ? `${t('unanswered')}. ` : null}
      <BackIn interval={backIn} />
    </p>
  )
}

/** A question that was answered right, in one line. */
export function RightRow({ question, title }: { question: ResultQuestion; title: string }) {
  const number = question.position + 1
  const isTyped = question.answer.kind === 'typed'
  return (
    <li
      id={`q${number}`}
      className="grid grid-cols-[1.75rem_1fr] items-baseline gap-x-2 border-t py-2 first:border-t-0 sm:grid-cols-[2.25rem_1fr_auto]"
    >
      <span className="text-ink-muted">{number}</span>
      <div>
        <ItemLabel label={question.label} said={title} />
        <Stem type={question.type} text={question.stem} fills={isTyped ? question.key : []} />
      </div>
      <span className="text-ink-muted text-label max-sm:col-start-2">
        <BackIn interval={question.backIn} />
      </span>
    </li>
  )
}

/** "Back in 4 days": when the fact is due next. */
function BackIn({ interval }: { interval: Interval | null }) {
  const t = useTranslations('quiz.result.back')
  return interval ? t(interval.unit, { count: interval.count }) : t('now')
}
