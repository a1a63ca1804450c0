import { fireEvent, render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { Response } from '@/lib/core/grading/response'
import common from '@/messages/en/common.json'
import quiz from '@/messages/en/quiz.json'
import { matching } from './matching'

const show = (element: ReactElement) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ quiz, common }}>
      {element}
    </NextIntlClientProvider>,
  )

const rivers = { options: ['the Chu', 'the sands', 'the Syr Darya'], prompts: ['the Naryn', 'the Kara-Suu'] }

function Match({ given }: { given: Response | null }) {
  const { AnswerFields } = matching
  return <AnswerFields content={rivers} stem="Where does each river flow?" given={given} moved={null} />
}

describe('matching', () => {
  it('has a native select with every option for each prompt, and keeps the choice', () => {
    show(<Match given={{ kind: 'pairs', chosen: ['the Syr Darya', ''] }} />)
    const naryn = screen.getByRole<HTMLSelectElement>('combobox', { name: 'the Naryn' })
    expect(naryn.value).toBe('the Syr Darya')
    expect(within(naryn).getAllByRole('option')).toHaveLength(4)
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'the Kara-Suu' }).value).toBe('')
  })
  it('lists all options, with used ones muted', () => {
    show(<Match given={null} />)
    const [first] = screen.getAllByRole('combobox')
    const listed = () => screen.getByText('the Chu', { selector: 'li span' })
    expect(listed().className).not.toContain('text-ink-muted')
    if (first) fireEvent.change(first, { target: { value: 'the Chu' } })
    expect(listed().className).toContain('text-ink-muted')
  })
})
