import { fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import classMessages from '@/messages/en/class.json'
import common from '@/messages/en/common.json'
import { MasteryGrid } from './mastery-grid'
import type { GridData } from './mastery-grid-types'
import { moveCell } from './use-roving-cell'

const DATA: GridData = {
  sort: 'known',
  sortHref: { known: '/classes/1?deck=2', name: '/classes/1?deck=2&sort=name' },
  facts: [
    { id: 'a', statement: 'Issyk-Kul means warm lake.' },
    { id: 'b', statement: 'Karakol was founded in 1869.' },
  ],
  groups: [
    { from: 0, facts: 1, heading: 'Lakes' },
    { from: 1, facts: 1, heading: 'Towns' },
  ],
  shares: [0.5, null],
  share: 0.25,
  days: ['20 Nov 2026'],
  rows: [
    { id: '1', name: 'Emir', known: null, cells: '00', history: [null, null] },
    {
      id: '2',
      name: 'Salima',
      known: 1,
      cells: '41',
      history: [
        [3, 1, 2, 0, 0],
        [1, 0, 0, 0, 0],
      ],
    },
  ],
}

function show() {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, class: classMessages }}>
      <MasteryGrid data={DATA} />
    </NextIntlClientProvider>,
  )
  const press = (key: string, ctrlKey = false) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey })
  const at = () => (document.activeElement as HTMLElement | null)?.dataset.cell
  return { press, at, said: () => screen.getByRole('status').textContent }
}

describe('the class table', () => {
  it('has one cell in the tab order, and the arrow keys move it within the edges', () => {
    const { press, at } = show()
    const inOrder = () => [...document.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')]
    expect(inOrder()).toHaveLength(1)
    inOrder()[0]?.focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) press(key)
    expect(at()).toBe('2,1')
    expect(inOrder().map((cell) => cell.dataset.cell)).toEqual(['2,1'])
    press('End')
    expect(at()).toBe('2,2')
    press('Home', true)
    expect(at()).toBe('0,0')
  })

  it('describes the chosen cell, total or name below the table', () => {
    const { press, said } = show()
    document.querySelector<HTMLElement>('[data-cell="2,1"]')?.focus()
    press('Enter')
    expect(said()).toBe(
      'Salima, fact 1. Issyk-Kul means warm lake. Mastered. 3 answers, 1 wrong. 2 card ratings, none Again. Last on 20 Nov 2026.',
    )
    fireEvent.click(document.querySelector('[data-cell="2,2"]') ?? document.body)
    expect(said()).toBe(
      'Salima, fact 2. Karakol was founded in 1869. Attempted. 1 answer, none wrong. Last on 20 Nov 2026.',
    )
    document.querySelector<HTMLElement>('[data-cell="2,1"]')?.focus()
    press('ArrowUp')
    press(' ')
    expect(said()).toBe('Emir, fact 1. Issyk-Kul means warm lake. Not seen yet.')
    fireEvent.click(document.querySelector('[data-cell="0,2"]') ?? document.body)
    expect(said()).toBe('Fact 2. Karakol was founded in 1869. Nobody in the class has met it yet.')
    fireEvent.click(document.querySelector('[data-cell="0,1"]') ?? document.body)
    expect(said()).toBe('Fact 1. Issyk-Kul means warm lake. Known by 50% of the class.')
    fireEvent.click(document.querySelector('[data-cell="2,0"] span') ?? document.body)
    expect(said()).toBe('Salima. Knows 1 of 2.')
  })

  it('says each mastery in words as well', () => {
    show()
    const words = [...document.querySelectorAll('tbody td[data-cell]')].map((cell) => cell.textContent)
    expect(words).toEqual(['Not seen', 'Not seen', 'Mastered', 'Attempted'])
  })

  it('leaves other keys to the browser', () => {
    expect(moveCell('a', false, { row: 1, column: 1 }, 3, 3)).toBeNull()
    expect(moveCell('Tab', false, { row: 1, column: 1 }, 3, 3)).toBeNull()
  })
})
