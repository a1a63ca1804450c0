import type { ReactNode } from 'react'
import type { Response } from '@/lib/core/grading/response'
import type { AnswerSpace, Edit, Written } from '@/lib/core/question-types/question-type'
import type { Feedback } from '@/lib/core/quiz/feedback'

export type VerdictWord = 'right' | 'partly' | 'wrong' | 'unanswered'

/** What a type shows of an item that its author edits. */
export interface ItemComponents {
  /** The fields of its form. */
  EditFields(props: { edit: Edit }): ReactNode
  /** Its right answers in a list of items. */
  Key(props: { written: Written; isRejected: boolean }): ReactNode
}

export type AnswerFieldsProps<Public> = {
  content: Public
  stem: string
  /** The answer that was given or begun before. */
  given: Response | null
  /** The step of an ordering that a browser without script has just made: "2 1". */
  moved: string | null
}

type FeedbackProps = { feedback: Feedback; verdict: VerdictWord }

/** What a type shows of a question, from its fields to paper. */
export interface QuestionComponents<Public> extends ItemComponents {
  /** Native fields for an answer that is still to be given. Their name is `answer`. */
  AnswerFields(props: AnswerFieldsProps<Public>): ReactNode
  /** The answered question in practice. */
  Answered(props: FeedbackProps): ReactNode
  /** A question that was not answered right, on the result page. `href` is the address that its evidence links to. */
  Missed(props: FeedbackProps & { href: string }): ReactNode
  /** Where it is answered on paper. */
  Printed(props: { space: AnswerSpace }): ReactNode
}
