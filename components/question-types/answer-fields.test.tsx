import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { Response } from '@/lib/core/grading/response'
import type { PublicContents, QuestionType } from '@/lib/core/question-types/registry'
import { TRUTHS } from '@/lib/core/question-types/true-false/true-false'
import common from '@/messages/en/common.json'
import quiz from '@/messages/en/quiz.json'
import { questionComponents } from './registry'

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

describe('fields of an answer', () => {
  it('a choice has native radio buttons, and the given answer stays chosen', () => {
    const given = { kind: 'choice', option: 'Turkey' } as const
    show(<Fields type="choice" content={{ options: ['Russia', 'Turkey'] }} given={given} />)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Turkey/ }).checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Russia/ }).checked).toBe(false)
  })
  it('a multiple has native checkboxes and says that all right options are wanted', () => {
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
