'use server'

import { redirect } from 'next/navigation'
import { type FormState, keptText, refusal } from '@/components/people/form-state'
import { NewAccount } from '@/lib/data/people/credentials'
import { createAccount } from '@/lib/data/people/identities'
import { requestAddress, requestTimeZone, safePath } from '@/lib/request'
import { getViewer, startSession } from '@/lib/session'

export async function signUp(_before: FormState, form: FormData): Promise<FormState> {
  const kept = keptText(form, ['name', 'email'])
  const parsed = NewAccount.safeParse({ ...kept, password: form.get('password') })
  if (!parsed.success) return { kept, fields: parsed.error.issues.map((issue) => String(issue.path[0])) }
  const now = new Date()
  const viewer = await getViewer()
  const account = { ...parsed.data, address: await requestAddress(), timeZone: await requestTimeZone() }
  const result = await createAccount(viewer, account, now)
  if (result.kind === 'rejected') return { kept, ...refusal(result, now) }
  await startSession(result)
  redirect(safePath(form.get('from')))
}
