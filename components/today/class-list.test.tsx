import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import welcome from '@/messages/en/welcome.json'
import { ClassList } from './class-list'

type Line = ComponentProps<typeof ClassList>['classes'][number]

const CLASS: Line = {
  ...{ classId: '1', name: 'History 10-B', role: 'teacher', code: 'TOO427' },
  ...{ learners: 6, assignments: 1, notStarted: [] },
}

function show(line: Line) {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ welcome }}>
      <ClassList classes={[line]} toTeach={new Map()} />
    </NextIntlClientProvider>,
  )
}

describe('the classes of a teacher on Today', () => {
  it('say that nobody has joined, and not that everyone has started', () => {
    show({ ...CLASS, learners: 0 })
    expect(screen.getByText('Nobody has joined yet. Share the code.')).toBeDefined()
    expect(screen.queryByText('Everyone has started.')).toBeNull()
  })

  it('say that everyone has started only when there is somebody and something is assigned', () => {
    show(CLASS)
    expect(screen.getByText('Everyone has started.')).toBeDefined()
    show({ ...CLASS, assignments: 0 })
    expect(screen.getByText('Nothing assigned yet.')).toBeDefined()
    expect(screen.getAllByText('Everyone has started.')).toHaveLength(1)
  })
})
