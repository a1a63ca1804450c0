import { Stem } from '@/components/quiz/stem'
import { ItemLabel } from '@/components/ui/item-label'
import type { ResultQuestion } from '@/lib/data/quizzes/find-result'
import { BackIn } from './back-in'

export function KeptRow({ question, title }: { question: ResultQuestion; title: string }) {
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
