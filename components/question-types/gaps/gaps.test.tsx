import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import type { Feedback } from '@/lib/core/quiz/feedback'
import common from '@/messages/en/common.json'
import items from '@/messages/en/items.json'
import quiz from '@/messages/en/quiz.json'
import { gaps } from './gaps'

const show = (element: ReactElement) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ quiz, common, items }}>
      {element}
    </NextIntlClientProvider>,
  )

it('has a named field for each gap, with the begun answer', () => {
  const { AnswerFields } = gaps
  const given = { kind: 'text', texts: ['one'] } as const
  show(<AnswerFields content={{ gaps: 2 }} stem="_____ and _____" given={given} moved={null} />)
  expect(screen.getByLabelText<HTMLInputElement>('Gap 1').value).toBe('one')
  expect(screen.getByLabelText<HTMLInputElement>('Gap 2').value).toBe('')
})

const feedback: Feedback = {
  answer: {
    kind: 'typed',
    typed: [
      { text: '1999', counted: true },
      { text: '', counted: false },
    ],
  },
  key: ['1999', 'Batken'],
  explanation: 'In 1999 armed groups invaded Batken.',
  evidence: { caption: { heading: '', sentence: 1 }, sentence: 'It was so.', answer: null },
  factIds: [],
}

it('shows the verdict of each gap, and the right answer of a wrong one', () => {
  const { Answered } = gaps
  show(<Answered feedback={feedback} verdict="partly" />)
  const listed = screen.getAllByRole('list').slice(1)
  expect(listed.map(({ textContent }) => textContent)).toEqual([
    '1999Your answer',
    'left emptyYour answerBatkenRight answer',
  ])
})

it('explains missed gaps on the result page', () => {
  const { Missed } = gaps
  show(<Missed feedback={feedback} verdict="partly" href="/decks/d/text" />)
  expect(screen.getByText('In 1999 armed groups invaded Batken.')).toBeDefined()
})
