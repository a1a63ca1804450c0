'use server'

import { redirect } from 'next/navigation'
import { minutesUntil } from '@/lib/core/shared/rate-limits'
import { type JoinRefusal, type JoinRefused, joinClass } from '@/lib/data/classes/join-class'
import { returnWithCode } from '@/lib/data/classes/return-with-code'
import { requestAddress, requestTimeZone, safePath } from '@/lib/request'
import { getViewer, startSession } from '@/lib/session'
import { deleteReturnCode, keepReturnCode } from './return-code-cookie'

export type JoinState = {
  readonly code: string
  readonly name: string
  readonly refusal: JoinRefusal
  readonly minutes: number
} | null
export type ReturnState = { readonly code: string; readonly refusal: 'no-such-code' | 'too-many-tries' } | null

export async function joinAction(_: JoinState, form: FormData): Promise<JoinState> {
  const viewer = await getViewer()
  const as = form.get('as')
  const code = String(form.get('code') ?? '')
  const name = String(form.get('name') ?? '')
  // Somebody has signed in in another tab meanwhile: ask who this is before joining.
  if (viewer && as !== 'me' && as !== 'other') redirect(code ? `/join/${encodeURIComponent(code)}` : '/join')
  const entry = { code, name, address: await requestAddress(), timeZone: await requestTimeZone() }
  const joined = await joinClass(entry, as === 'me' ? viewer : null, new Date())
  if (joined.kind === 'rejected') return { code, name, ...refusalOf(joined) }
  if (joined.identityId) await startSession({ learnerId: joined.learnerId, identityId: joined.identityId })
  if (!joined.returnCode) redirect(`/classes/${joined.classId}`)
  await keepReturnCode(joined.learnerId, joined.returnCode)
  redirect(`/join/welcome?class=${joined.classId}`)
}

function refusalOf(joined: JoinRefused): { refusal: JoinRefusal; minutes: number } {
  return { refusal: joined.reason, minutes: 'tryAgainAt' in joined ? minutesUntil(joined.tryAgainAt, new Date()) : 0 }
}

export async function returnAction(_: ReturnState, form: FormData): Promise<ReturnState> {
  const code = String(form.get('returnCode') ?? '')
  const returned = await returnWithCode({ code, address: await requestAddress() })
  if (returned.kind === 'rejected') return { code, refusal: returned.reason }
  await startSession(returned)
  redirect(returned.classId ? `/classes/${returned.classId}` : '/')
}

/** *Start* on the welcome page; after it the return code is not shown again. */
export async function startAction(form: FormData): Promise<void> {
  await deleteReturnCode()
  redirect(safePath(form.get('to')))
}
