'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FitWeightsNote } from '@/components/people/account-forms'
import { type FormState, keptText, refusal } from '@/components/people/form-state'
import { SessionId } from '@/lib/core/ids'
import { dropWeights, fitWeights } from '@/lib/data/fsrs-weights/fit-weights'
import { AccountSettings, deleteLearner, updateAccount } from '@/lib/data/people/account'
import { Password } from '@/lib/data/people/credentials'
import { changePassword } from '@/lib/data/people/passwords'
import { revokeAllSessions, revokeSession } from '@/lib/data/people/sessions'
import { log } from '@/lib/log'
import { requestAddress } from '@/lib/request'
import { leaveDevice, requireViewer } from '@/lib/session'

export async function saveSettings(_before: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer('/account')
  const kept = keptText(form, Object.keys(AccountSettings.shape))
  const parsed = AccountSettings.safeParse(kept)
  if (!parsed.success)
    return { kept, reason: 'settings', fields: parsed.error.issues.map(({ path }) => String(path[0])) }
  await updateAccount(viewer, parsed.data)
  revalidatePath('/', 'layout')
  return { kept, done: true }
}

export async function savePassword(_before: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer('/account')
  const next = Password.safeParse(form.get('next'))
  if (!next.success) return { kept: {}, fields: ['next'] }
  const now = new Date()
  const current = String(form.get('current') ?? '')
  const result = await changePassword(viewer, { current, next: next.data, address: await requestAddress() }, now)
  return result.kind === 'changed' ? { kept: {}, done: true } : { kept: {}, ...refusal(result, now) }
}

export async function fitToReviews(): Promise<FitWeightsNote> {
  const viewer = await requireViewer('/account')
  const outcome = await fitWeights(viewer, new Date())
  if ('message' in outcome) log.error({ message: outcome.message }, 'Weights were not fitted')
  revalidatePath('/account')
  if (outcome.kind === 'fitted') return outcome.isBetter ? 'better' : 'no-better'
  return outcome.kind === 'rejected' ? outcome.reason : outcome.kind
}

export async function dropFittedWeights(): Promise<void> {
  const viewer = await requireViewer('/account')
  await dropWeights(viewer)
  revalidatePath('/account')
}

export async function endOtherSession(form: FormData): Promise<void> {
  const viewer = await requireViewer('/account')
  const sessionId = SessionId.safeParse(form.get('session'))
  if (sessionId.success) await revokeSession(viewer, sessionId.data, new Date())
  revalidatePath('/account')
}

export async function signOutEverywhere(): Promise<void> {
  const viewer = await requireViewer('/account')
  await revokeAllSessions(viewer, new Date())
  await leaveDevice()
  redirect('/')
}

export async function deleteEverything(_before: FormState, form: FormData): Promise<FormState> {
  const [viewer, t] = await Promise.all([requireViewer('/account'), getTranslations('people')])
  const typed = String(form.get('confirm') ?? '')
  if (typed.trim().toLowerCase() !== t('account.deleteWord')) return { kept: { confirm: typed }, fields: ['confirm'] }
  await deleteLearner(viewer, new Date())
  await leaveDevice()
  redirect('/')
}
