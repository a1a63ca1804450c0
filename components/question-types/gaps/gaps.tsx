import { useTranslations } from 'next-intl'
import type { PublicGaps } from '@/lib/core/question-types/gaps/gaps'
import type { Edit, Written } from '@/lib/core/question-types/question-type'
import type { Feedback } from '@/lib/core/quiz/feedback'
import { PrintedLine } from '../shared/answer-spaces-on-paper'
import { KeyField, StemField } from '../shared/edit-fields'
import { Explanation, Line } from '../shared/feedback-parts'
import type { AnswerFieldsProps, QuestionComponents, VerdictWord } from '../shared/question-components'
import { TypedFields, useTypingNote } from '../shared/typed-answers'

export const gaps: QuestionComponents<PublicGaps> = {
  AnswerFields: GapFields,
  Answered: GapList,
  Missed: MissedGaps,
  EditFields: EditGaps,
  Key: GapKeys,
  Printed: PrintedLine,
}

/** A field for each gap, named by its number. */
function GapFields({ content, stem, given }: AnswerFieldsProps<PublicGaps>) {
  const t = useTranslations('quiz.attempt')
  const labels = Array.from({ length: content.gaps }, (_, at) => t('gapNumber', { number: at + 1 }))
  return <TypedFields labels={labels} note={useTypingNote(stem)} given={given} />
}

/** Gap by gap what was typed, and the right answer where that was another. */
function GapList({ feedback: { answer, key } }: { feedback: Feedback }) {
  const t = useTranslations('quiz')
  const typed = answer.kind === 'typed' ? answer.typed : []
  return (
    <ol className="grid gap-5">
      {typed.map(({ text, counted }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its place.
        <li key={at}>
          <p className="mb-1 text-ink-muted text-label">{t('attempt.gapNumber', { number: at + 1 })}</p>
          <ul className="grid gap-2">
            <Line sign={counted ? 'right' : 'wrong'} tag={t('feedback.yourAnswer')}>
              {text.trim() === '' ? <span className="text-ink-muted">{t('feedback.empty')}</span> : text}
            </Line>
            {counted ? null : (
              <Line sign="right" tag={t('feedback.rightAnswer')}>
                {key[at]}
              </Line>
            )}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function MissedGaps({ feedback, verdict }: { feedback: Feedback; verdict: VerdictWord }) {
  return (
    <div className="grid gap-3">
      <GapList feedback={feedback} />
      <Explanation feedback={feedback} verdict={verdict} />
    </div>
  )
}

function EditGaps({ edit }: { edit: Edit }) {
  const t = useTranslations('items.edit')
  return (
    <>
      <StemField edit={edit} hint={t('clozeHint')} />
      <KeyField edit={edit} hint={t('gapsHint')} />
    </>
  )
}

/** Numbered as the gaps, each with the other spellings that count. */
function GapKeys({ written, isRejected }: { written: Written; isRejected: boolean }) {
  return (
    <ol className={`mt-1 grid list-decimal gap-1 ps-6 ${isRejected ? 'line-through' : ''}`}>
      {written.key.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its place.
        <li key={at}>
          <b className="font-semibold">{text}</b>
          {(written.accepted[at] ?? []).map((spelling) => (
            <span key={spelling} className="text-ink-muted">{` / ${spelling}`}</span>
          ))}
        </li>
      ))}
    </ol>
  )
}
