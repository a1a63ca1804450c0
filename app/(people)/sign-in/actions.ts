'use server'

import { redirect } from 'next/navigation'
import { type FormState, keptText, refusal } from '@/components/people/form-state'
import { authenticate } from '@/lib/data/people/authenticate'
import { Credentials } from '@/lib/data/people/credentials'
import { mergeGuest } from '@/lib/data/people/merge-guest'
import { findGuestAside, forgetGuestAside } from '@/lib/guest-aside'
import { requestAddress, safePath } from '@/lib/request'
import { requireViewer, startSession } from '@/lib/session'

export async function signIn(_before: FormState, form: FormData): Promise<FormState> {
  const kept = keptText(form, ['email'])
  const parsed = Credentials.safeParse({ email: form.get('email'), password: form.get('password') })
  if (!parsed.success) return { kept, fields: parsed.error.issues.map((issue) => String(issue.path[0])) }
  const now = new Date()
  const result = await authenticate({ ...parsed.data, address: await requestAddress() }, now)
  if (result.kind === 'rejected') return { kept, ...refusal(result, now) }
  const { guestWaits } = await startSession(result.learnerId, result.identityId)
  const from = safePath(form.get('from'))
  redirect(guestWaits ? `/sign-in/merge?from=${encodeURIComponent(from)}` : from)
}

export async function merge(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const guest = await findGuestAside()
  if (guest) await mergeGuest(viewer, guest, new Date())
  await forgetGuestAside()
  redirect(safePath(form.get('from')))
}
