'use server'

import { redirect } from 'next/navigation'
import { type FormState, keptText, refusal } from '@/components/people/form-state'
import { startOidcSignIn } from '@/lib/auth'
import { Credentials } from '@/lib/data/people/credentials'
import { mergeGuest } from '@/lib/data/people/merge-guest'
import { authenticate } from '@/lib/data/people/passwords'
import { requestAddress, safePath } from '@/lib/request'
import { findGuestToMerge, forgetGuestToMerge, requireViewer, startSession } from '@/lib/session'

export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  const kept = keptText(form, ['email'])
  const parsed = Credentials.safeParse({ email: form.get('email'), password: form.get('password') })
  if (!parsed.success) return { kept, fields: parsed.error.issues.map((issue) => String(issue.path[0])) }
  const now = new Date()
  const result = await authenticate({ ...parsed.data, address: await requestAddress() }, now)
  if (result.kind === 'rejected') return { kept, ...refusal(result, now) }
  const { hasGuestToMerge } = await startSession(result)
  const from = safePath(form.get('from'))
  redirect(hasGuestToMerge ? mergePath(from) : from)
}

/** Redirects to the provider and back to the merge page, which redirects on if there is no guest to merge. */
export async function signInWithProvider(form: FormData): Promise<void> {
  redirect(await startOidcSignIn(mergePath(safePath(form.get('from')))))
}

export async function merge(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const guest = await findGuestToMerge()
  if (guest) await mergeGuest(viewer, guest, new Date())
  await forgetGuestToMerge()
  redirect(safePath(form.get('from')))
}

function mergePath(from: string): string {
  return `/sign-in/merge?from=${encodeURIComponent(from)}`
}
