import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { expect, it } from 'vitest'
import quiz from '@/messages/en/quiz.json'
import { QuestionForm, type Sent } from './question-form'

it('sends each pressed button once and in order, and none after one that opens another page', async () => {
  const line = slowLine()
  press('Flag')
  press('Flag')
  press('Next')
  press('Next')
  await waitFor(() => expect(line.sent).toEqual(['flag']))
  line.reply({ problem: null, to: null })
  await waitFor(() => expect(line.sent).toEqual(['flag', 'next']))
  press('Flag')
  line.reply({ problem: null, to: '/attempts/a?q=2' })
  await waitFor(() => expect(line.visited).toEqual(['/attempts/a?q=2']))
  expect(line.sent).toEqual(['flag', 'next'])
})

it('sends a button again after its response', async () => {
  const line = slowLine()
  press('Next')
  await waitFor(() => expect(line.sent).toEqual(['next']))
  line.reply({ problem: 'unanswered', to: null })
  await screen.findByText(quiz.attempt.problem.unanswered)
  press('Next')
  await waitFor(() => expect(line.sent).toEqual(['next', 'next']))
})

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** A form whose server answers only when the test lets it. */
function slowLine() {
  const sent: FormDataEntryValue[] = []
  const visited: string[] = []
  const replies: ((reply: Sent) => void)[] = []
  const send = (form: FormData) => {
    sent.push(form.get('go') ?? '')
    return new Promise<Sent>((resolve) => replies.push(resolve))
  }
  const nothing = () => undefined
  const router: AppRouterInstance = {
    bfcacheId: '',
    ...{ back: nothing, forward: nothing, refresh: nothing, replace: nothing, prefetch: nothing },
    push: (to) => visited.push(to),
  }
  render(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="en" messages={{ quiz }}>
        <QuestionForm action={async () => undefined} send={send} mode="test" problem={null}>
          <button type="submit" name="go" value="flag">
            Flag
          </button>
          <button type="submit" name="go" value="next">
            Next
          </button>
        </QuestionForm>
      </NextIntlClientProvider>
    </AppRouterContext>,
  )
  return { sent, visited, reply: (reply: Sent) => replies.shift()?.(reply) }
}
