import { fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { Response } from '@/lib/core/grading/response'
import common from '@/messages/en/common.json'
import quiz from '@/messages/en/quiz.json'
import { ordering } from './ordering'

const show = (element: ReactElement) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ quiz, common }}>
      {element}
    </NextIntlClientProvider>,
  )

const events = { entries: ['the canal', 'the railway', 'the town'] }

function Order({ given = null, moved = null }: { given?: Response | null; moved?: string | null }) {
  const { AnswerFields } = ordering
  return <AnswerFields content={events} stem="What came first?" given={given} moved={moved} />
}

describe('ordering', () => {
  const values = (container: HTMLElement) =>
    Array.from(container.querySelectorAll<HTMLInputElement>('input[name="answer"]'), ({ value }) => value)
  it('moves an entry with its buttons, which keep the focus', () => {
    const { container } = show(<Order />)
    expect(values(container)).toEqual(['the canal', 'the railway', 'the town'])
    fireEvent.click(screen.getByRole('button', { name: 'Up: the town' }))
    expect(values(container)).toEqual(['the canal', 'the town', 'the railway'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Up: the town' }))
    fireEvent.click(screen.getByRole('button', { name: 'Down: the canal' }))
    expect(values(container)).toEqual(['the town', 'the canal', 'the railway'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Down: the canal' }))
  })
  it('moves an entry with the arrow keys too, but not beyond the ends', () => {
    const { container } = show(<Order />)
    fireEvent.keyDown(screen.getByRole('button', { name: 'Up: the town' }), { key: 'ArrowUp' })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Up: the town' }), { key: 'ArrowUp' })
    fireEvent.keyDown(screen.getByRole('button', { name: 'Up: the town' }), { key: 'ArrowUp' })
    expect(values(container)).toEqual(['the town', 'the canal', 'the railway'])
  })
  it('starts with the order that was begun, unless its entries are of another question', () => {
    const begun = ['the town', 'the canal', 'the railway']
    const first = show(<Order given={{ kind: 'order', entries: begun }} />)
    expect(values(first.container)).toEqual(begun)
    first.unmount()
    const second = show(<Order given={{ kind: 'order', entries: ['a', 'b', 'c'] }} />)
    expect(values(second.container)).toEqual(events.entries)
  })
  it('without scripts the pressed button has the focus after the page has loaded', () => {
    show(<Order moved="2 1" />)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Up: the railway' }))
  })
})
