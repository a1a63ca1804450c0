import { render, screen } from '@testing-library/react'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import reading from '@/messages/en/reading.json'
import { ReadingLine } from './reading-line'
import { ReadingProgress } from './reading-progress'
import type { ShownReading } from './use-reading'

const RUNNING: ShownReading = {
  ...{ state: 'running', reason: null, resumeAt: null, done: 2, sections: 9, unread: 0, heading: '' },
  ...{ kept: 3, refused: 0, toCheck: null, newest: [], minutesLeft: null, tokens: 100, cards: 2 },
}
const STOPPED: ShownReading = { ...RUNNING, state: 'stopped' }
const AT_LIMIT: ShownReading = { ...RUNNING, state: 'limit', resumeAt: '2027-01-01T00:00:00.000Z' }
const ACTIONS = { stop: async () => undefined, resume: async () => undefined }

const screens = { progress: ReadingProgress, line: ReadingLine }

function pageOf(name: keyof typeof screens, shown: ShownReading) {
  const Screen = screens[name]
  return (
    <AppRouterContext value={{ refresh: () => undefined } as AppRouterInstance}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ reading } as never}>
        <a href="/elsewhere">Elsewhere</a>
        <Screen deckId="d" title="Lakes" reading={shown} actions={ACTIONS} />
      </NextIntlClientProvider>
    </AppRouterContext>
  )
}

describe.each(['progress', 'line'] as const)('the %s of a reading', (name) => {
  it('takes the focus of a button that went', () => {
    const { rerender } = render(pageOf(name, RUNNING))
    screen.getByRole('button', { name: 'Stop' }).focus()
    rerender(pageOf(name, STOPPED))
    expect(document.activeElement?.textContent).toMatch(/^(?:You s|S)topped/)
  })

  it('leaves the focus where it is when the state changes by itself', () => {
    const { rerender } = render(pageOf(name, RUNNING))
    screen.getByRole('button', { name: 'Stop' }).focus()
    screen.getByRole('link', { name: 'Elsewhere' }).focus()
    rerender(pageOf(name, { ...RUNNING, state: 'paused', reason: 'stalled' }))
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Elsewhere' }))
  })

  it('says at the limit when it goes on by itself, and can be stopped or tried again', () => {
    const { container } = render(pageOf(name, AT_LIMIT))
    expect(container.textContent).toContain('It goes on by itself on January 1 at 12:00')
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Stop', 'Try again'])
  })
})
