'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Sent } from '@/components/quiz/question-form'
import { getViewer, requireViewer } from '@/lib/session'
import { answerForm, submitAnswer } from './submit-answer'

/** For browsers with scripts: refreshes the page, or returns the address to open. */
export async function sendAnswer(form: FormData): Promise<Sent> {
  const viewer = await getViewer()
  // A redirect to sign-in would lose what was typed.
  if (!viewer) return { problem: 'signed-out', to: null }
  const sent = await submitAnswer(viewer, answerForm(form), new Date())
  if (!sent.to) refresh()
  return sent
}

/** For browsers without script: redirects. The answer so far is put into the address, so that nothing typed is lost. */
export async function postAnswer(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const answer = answerForm(form)
  const { problem, to } = await submitAnswer(viewer, answer, new Date())
  if (to) redirect(to)
  const { go, move, values } = answer
  const given = problem || move || go === 'flag' ? values.map((value) => ['draft', value]) : []
  const query = new URLSearchParams([
    ['q', String(answer.position + 1)],
    ...(problem ? [['problem', problem]] : []),
    ...(move ? [['moved', move]] : []),
    ...given,
  ])
  redirect(`/attempts/${answer.attemptId}?${query}`)
}
