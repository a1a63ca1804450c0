import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { Response } from '@/lib/core/grading/response'
import type { PublicContents, QuestionType } from '@/lib/core/question-types/registry'
import { TRUTHS } from '@/lib/core/question-types/true-false/true-false'
import type { Feedback } from '@/lib/core/quiz/feedback'
import common from '@/messages/en/common.json'
import quiz from '@/messages/en/quiz.json'
import { questionComponents } from '../question-types/registry'
import { explanationOf } from '../question-types/shared/feedback-parts'
import { FeedbackView } from './feedback-view'
import { Stem } from './stem'

const show = (element: ReactElement) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ quiz, common }}>
      {element}
    </NextIntlClientProvider>,
  )
function Fields<T extends QuestionType>({ type, content, given = null }: FieldsProps<T>) {
  const { AnswerFields } = questionComponents(type)
  return <AnswerFields content={content} stem="Which?" given={given} moved={null} />
}
type FieldsProps<T extends QuestionType> = { type: T; content: PublicContents[T]; given?: Response | null }

const feedback: Feedback = {
  answer: {
    kind: 'options',
    options: [
      { text: 'Russia', isKey: true, isGiven: false, reason: '', evidence: null },
      { text: 'Turkey', isKey: false, isGiven: true, reason: 'A partner, not a direction.', evidence: null },
    ],
  },
  factIds: [],
  key: ['Russia'],
  explanation: 'Russia was the only single country.',
  evidence: { caption: { heading: 'Tasks', sentence: 2 }, sentence: 'It was Russia.', answer: { start: 7, end: 13 } },
}

describe('fields of an answer', () => {
  it('a choice is native radios, and what was given stays chosen', () => {
    const given = { kind: 'choice', option: 'Turkey' } as const
    show(<Fields type="choice" content={{ options: ['Russia', 'Turkey'] }} given={given} />)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Turkey/ }).checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Russia/ }).checked).toBe(false)
  })
  it('a multiple is native checkboxes and says that all are wanted', () => {
    show(<Fields type="multiple" content={{ options: ['A', 'B', 'C'] }} />)
    expect(screen.getAllByRole('checkbox')).toHaveLength(3)
    expect(screen.getByText('Choose all that fit.')).toBeDefined()
  })
  it('a true–false offers both', () => {
    show(<Fields type="true-false" content={{ options: TRUTHS }} />)
    expect(screen.getAllByRole('radio')).toHaveLength(2)
  })
  it('each member of a list has a field with its own name', () => {
    show(<Fields type="short-answer" content={{ answers: 2 }} given={{ kind: 'text', texts: ['one'] }} />)
    expect(screen.getByLabelText<HTMLInputElement>('Answer 1').value).toBe('one')
    expect(screen.getByLabelText<HTMLInputElement>('Answer 2').value).toBe('')
  })
})

describe('stem', () => {
  it('a gap is said, never read as underscores, and holds the key after the answer', () => {
    const asked = show(<Stem type="cloze" text="The lake is _____." />)
    expect(asked.container.textContent).toContain('gap')
    expect(asked.container.textContent).not.toContain('___')
    const settled = show(<Stem type="cloze" text="The lake is _____." fills={['Issyk-Kul']} />)
    expect(settled.container.textContent).toBe('The lake is Issyk-Kul.')
  })
})

describe('feedback', () => {
  it('says which was right, which was yours and why it is wrong, beside the evidence', () => {
    show(<FeedbackView type="choice" verdict="wrong" feedback={feedback} />)
    expect(screen.getByRole('heading', { name: 'Not right' })).toBeDefined()
    expect(screen.getByRole('radio', { name: /Turkey\s*Your answer\s*A partner, not a direction/ })).toBeDefined()
    expect(screen.getByRole('radio', { name: /Russia\s*Right answer/ })).toBeDefined()
    expect(screen.getByRole('region', { name: 'Evidence' }).textContent).toContain('It was Russia.')
  })
  const none: Feedback['answer'] = { kind: 'options', options: [] }
  it('does not say twice what the reason or the evidence says', () => {
    expect(explanationOf(feedback, 'wrong')).toBeNull()
    expect(explanationOf({ ...feedback, answer: none }, 'wrong')).toBe('Russia was the only single country.')
    expect(explanationOf({ ...feedback, answer: none, explanation: 'it was Russia' }, 'wrong')).toBeNull()
    expect(explanationOf({ ...feedback, answer: none }, 'right')).toBeNull()
  })
})
