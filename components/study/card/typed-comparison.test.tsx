import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import study from '@/messages/en/study.json'
import { compareTyped } from './compare-typed'
import { TypedComparison } from './typed-comparison'

function show(typed: string, back: readonly string[], accepted: readonly (readonly string[])[] = back.map(() => [])) {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, study } as never}>
      <TypedComparison
        typed={typed}
        comparison={compareTyped(typed, { back, accepted, grading: { asNumber: false, elsewhere: '' } })}
      />
    </NextIntlClientProvider>,
  )
}

describe('what was written', () => {
  it('shows the missing letter as an insertion and says that it counts', () => {
    show('Bishke', ['Bishkek'])
    expect(screen.getByRole('insertion').textContent).toBe('k')
    expect(screen.getByText('One letter differs, counted as right')).toBeTruthy()
  })

  it('says that another answer is another answer, and marks no letters that both happen to have', () => {
    show('Karakol', ['Bishkek'])
    expect(screen.getByText('Karakol')).toBeTruthy()
    expect(screen.getByText('Not like the answer')).toBeTruthy()
  })

  it('marks the letters of what is near to the answer, or a part of it', () => {
    show('Bishop', ['Bishkek'])
    show('668', ['668 metres'])
    expect(screen.getAllByText(/letters differ from the answer$/)).toHaveLength(2)
  })

  it('says nothing of letters when the same was meant', () => {
    show('UN', ['United Nations'], [['UN']])
    expect(screen.getByText('As it is written')).toBeTruthy()
  })

  it('counts the members of a list that were named', () => {
    show('Persian, Chinese', ['European', 'Persian', 'Chinese'])
    expect(screen.getByText('You named 2 of 3')).toBeTruthy()
  })
})
