import { useTranslations } from 'next-intl'
import { OptionRow, type Verdict } from '@/components/ui/option-row'
import { valuesOf } from '@/lib/core/grading/response'
import type { ShownOption } from '@/lib/core/question-types/question-type'
import type { Feedback } from '@/lib/core/quiz/feedback'
import { PrintedBoxes } from './answer-spaces-on-paper'
import { EvidenceInList, Explanation, Line, OtherEvidence, reasonOf, type Sign } from './feedback-parts'
import type { QuestionComponents, VerdictWord } from './question-components'

/** The components of a type with one right option, except its editor. */
export const singleChoice: Omit<QuestionComponents<{ readonly options: readonly string[] }>, 'EditFields' | 'Key'> = {
  AnswerFields: ({ content, given }) => (
    <OptionFields type="radio" options={content.options} chosen={given ? valuesOf(given) : []} />
  ),
  Answered: ({ feedback }) => <AnsweredOptions feedback={feedback} isMultiple={false} />,
  Missed: (props) => <MissedOptions {...props} isMultiple={false} />,
  Printed: PrintedBoxes,
}

const MAX_KEYS = 9

type FieldsProps = { type: 'radio' | 'checkbox'; options: readonly string[]; chosen: readonly string[] }

/** A row for each option. The keys 1 to 9 choose one. */
export function OptionFields({ type, options, chosen }: FieldsProps) {
  return (
    <div className="grid gap-3">
      {options.map((option, at) => (
        <OptionRow
          key={option}
          type={type}
          name="answer"
          value={option}
          label={option}
          defaultChecked={chosen.includes(option)}
          {...(at < MAX_KEYS ? { keyHint: String(at + 1) } : {})}
        />
      ))}
    </div>
  )
}

type OptionsProps = { feedback: Feedback; isMultiple: boolean }

function optionsIn({ answer }: Feedback): readonly ShownOption[] {
  return answer.kind === 'options' ? answer.options : []
}

/** The options of a question that was just answered, each with its verdict. */
export function AnsweredOptions({ feedback, isMultiple }: OptionsProps) {
  return (
    <div className="grid gap-3">
      {optionsIn(feedback).map((option) => (
        <AnsweredOption key={option.text} option={option} isMultiple={isMultiple} />
      ))}
    </div>
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
      {option.isGiven && option.evidence ? (
        <div className="ps-[3.375rem] pt-3 pb-4 max-sm:ps-4">
          <EvidenceInList evidence={option.evidence} />
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

/** The same on the result page, in lines. */
export function MissedOptions({ feedback, verdict, isMultiple }: OptionsProps & { verdict: VerdictWord }) {
  const t = useTranslations('quiz.feedback')
  const tags = { given: t('yourAnswer'), key: t(isMultiple ? 'missed' : 'rightAnswer') }
  const options = optionsIn(feedback)
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {options.map((option) => (
          <Line
            key={option.text}
            sign={signOf(option)}
            tag={tagOf(option, tags)}
            reason={reasonOf(option)}
            evidence={option.isGiven ? option.evidence : null}
          >
            {option.text}
          </Line>
        ))}
      </ul>
      <OtherEvidence options={options} />
      <Explanation feedback={feedback} verdict={verdict} />
    </div>
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
