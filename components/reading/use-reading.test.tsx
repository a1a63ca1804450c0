import { render, screen, waitFor } from '@testing-library/react'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { expect, it, onTestFinished } from 'vitest'
import reading from '@/messages/en/reading.json'
import { type ShownReading, useReading } from './use-reading'

const RUNNING = { state: 'running', reason: null, resumeAt: null, done: 1 } as ShownReading
const LONGER_THAN_A_POLL = { timeout: 5_000 }

function Shown({ initial }: { initial: ShownReading }) {
  const reading = useReading('d', initial)
  return <p data-reading={JSON.stringify(reading)}>{`${reading.state} ${reading.done}`}</p>
}

/** Answers what is polled, one after the other, the last one again and again. */
function answerPolls(answers: ShownReading[]): void {
  const { fetch } = globalThis
  globalThis.fetch = async () => Response.json(answers.length > 1 ? answers.shift() : answers[0])
  onTestFinished(() => {
    globalThis.fetch = fetch
  })
}

it('polls again where the page is refreshed in the state that had ended, because another tab resumed it', async () => {
  answerPolls([
    { ...RUNNING, state: 'paused' },
    { ...RUNNING, done: 7 },
  ])
  let refreshed = 0
  const page = pageWith(() => {
    refreshed += 1
  })
  const { rerender } = render(page(RUNNING))
  await waitFor(() => expect(refreshed).toBe(1), LONGER_THAN_A_POLL)
  rerender(page({ ...RUNNING, done: 6 }))
  await waitFor(() => expect(screen.getByText('running 7')).toBeDefined(), LONGER_THAN_A_POLL)
})

it.each([
  { shown: 'what fell', next: { cards: 10, toCheck: null, minutesLeft: 2 }, minutes: 2 },
  { shown: 'no minute more', next: { cards: 12, toCheck: null, minutesLeft: 5 }, minutes: 4 },
  { shown: 'many minutes more', next: { cards: 12, toCheck: null, minutesLeft: 9 }, minutes: 9 },
])('shows $shown', async ({ next, minutes }) => {
  const initial = { ...RUNNING, cards: 12, toCheck: { items: 5, minutes: 1 }, minutesLeft: 4 }
  answerPolls([{ ...initial, ...next, done: 2 }])
  const { container } = render(pageWith(() => undefined)(initial))
  await waitFor(() => expect(screen.getByText('running 2')).toBeDefined(), LONGER_THAN_A_POLL)
  const shown = JSON.parse(container.querySelector('p')?.getAttribute('data-reading') ?? '')
  expect(shown).toMatchObject({ ...next, minutesLeft: minutes })
})

/** The hook on a page whose router is asked to refresh. */
function pageWith(refresh: () => void) {
  const nothing = () => undefined
  const router: AppRouterInstance = {
    bfcacheId: '',
    ...{ back: nothing, forward: nothing, replace: nothing, prefetch: nothing, push: nothing },
    refresh,
  }
  return (initial: ShownReading) => (
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ reading } as never}>
        <Shown initial={initial} />
      </NextIntlClientProvider>
    </AppRouterContext>
  )
}
