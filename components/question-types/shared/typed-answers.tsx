import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import type { Response } from '@/lib/core/grading/response'
import { showsLetters } from '@/lib/core/item/hint'
import type { Feedback } from '@/lib/core/quiz/feedback'
import { TYPED_ANSWER_CHARACTERS } from '@/lib/core/shared/input-limits'
import { KeyLine } from './answer-key-lines'
import { PrintedLine } from './answer-spaces-on-paper'
import { Explanation, Line } from './feedback-parts'
import type { QuestionComponents, VerdictWord } from './question-components'

/** The components of a type with typed answers, except its fields. */
export const typedAnswer: Omit<QuestionComponents<unknown>, 'AnswerFields' | 'EditFields'> = {
  Answered: TypedAnswers,
  Missed: MissedTyped,
  Key: KeyLine,
  Printed: PrintedLine,
}

type FieldsProps = {
  /** Of each field, in their order. */
  labels: readonly string[]
  note: string
  given: Response | null
  inputMode?: 'decimal'
}

/** A field for each answer to be typed. */
export function TypedFields({ labels, note, given, inputMode }: FieldsProps) {
  const texts = given?.kind === 'text' ? given.texts : []
  return (
    <div className="grid gap-4">
      {labels.map((label, at) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place.
          key={at}
          name="answer"
          label={label}
          defaultValue={texts[at] ?? ''}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={TYPED_ANSWER_CHARACTERS}
          {...(inputMode ? { inputMode } : {})}
        />
      ))}
      <p className="text-caption text-ink-muted">{note}</p>
    </div>
  )
}

/** The note below the fields: that typos are forgiven, or what the letters of a hint mean. */
export function useTypingNote(stem: string): string {
  const t = useTranslations('quiz.attempt')
  return t(showsLetters(stem) ? 'letters' : 'typos')
}

/** What was typed, and the right answer if something was wrong. */
function TypedAnswers({ feedback: { answer, key } }: { feedback: Feedback }) {
  const t = useTranslations('quiz.feedback')
  const typed = answer.kind === 'typed' ? answer.typed : []
  const missed = typed.length === 0 || typed.some(({ counted }) => !counted)
  return (
    <ul className="grid gap-3">
      {typed.map(({ text, counted }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place.
        <Line key={at} sign={counted ? 'right' : 'wrong'} tag={t('yourAnswer')}>
          {text.trim() === '' ? <span className="text-ink-muted">{t('empty')}</span> : text}
        </Line>
      ))}
      {missed ? (
        <Line sign="right" tag={t(key.length > 1 ? 'rightAnswers' : 'rightAnswer')}>
          {key.join(', ')}
        </Line>
      ) : null}
    </ul>
  )
}

function MissedTyped({ feedback, verdict }: { feedback: Feedback; verdict: VerdictWord }) {
  return (
    <div className="grid gap-3">
      <TypedAnswers feedback={feedback} />
      <Explanation feedback={feedback} verdict={verdict} />
    </div>
  )
}
