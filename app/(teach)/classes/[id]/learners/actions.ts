'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type QrShape, qrShape } from '@/components/classroom/qr-shape'
import { ClassId, LearnerId } from '@/lib/core/ids'
import { endClass } from '@/lib/data/classes/classes'
import { removeLearner, renameLearner } from '@/lib/data/classes/learners'
import { resetEntry } from '@/lib/data/classes/return-with-code'
import { readOriginForOthers } from '@/lib/request-origin'
import { requireViewer } from '@/lib/session'

const Who = z.object({ classId: ClassId, learnerId: LearnerId })

export type ManageState =
  | { readonly kind: 'renamed' }
  | { readonly kind: 'reset'; readonly name: string; readonly returnCode: string; readonly qr: QrShape }
  | {
      readonly kind: 'rejected'
      readonly reason: 'learner-not-found' | 'rename-name-missing' | 'name-taken' | 'has-own-identity'
      readonly name?: string
    }
  | null

const REASONS = {
  'not-found': 'learner-not-found',
  'name-missing': 'rename-name-missing',
  'name-taken': 'name-taken',
  'has-own-identity': 'has-own-identity',
} as const

export async function renameAction(_: ManageState, form: FormData): Promise<ManageState> {
  const viewer = await requireViewer()
  const asked = Who.extend({ name: z.string() }).parse(Object.fromEntries(form))
  const done = await renameLearner(viewer, asked)
  if (done.kind === 'rejected') return { kind: 'rejected', reason: REASONS[done.reason], name: asked.name }
  revalidatePath(`/classes/${asked.classId}`, 'layout')
  return { kind: 'renamed' }
}

export async function resetAction(_: ManageState, form: FormData): Promise<ManageState> {
  const viewer = await requireViewer()
  const who = Who.parse(Object.fromEntries(form))
  const done = await resetEntry(viewer, who, new Date())
  if (done.kind === 'rejected') return { kind: 'rejected', reason: REASONS[done.reason] }
  const address = `${await readOriginForOthers()}/join/return?code=${done.returnCode.replaceAll(' ', '-')}`
  return { kind: 'reset', name: done.name, returnCode: done.returnCode, qr: qrShape(address) }
}

export async function removeAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const who = Who.parse(Object.fromEntries(form))
  await removeLearner(viewer, who)
  revalidatePath(`/classes/${who.classId}`, 'layout')
  redirect(`/classes/${who.classId}/learners`)
}

export async function endAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const classId = ClassId.parse(form.get('classId'))
  await endClass(viewer, classId, new Date())
  revalidatePath(`/classes/${classId}`, 'layout')
  redirect(`/classes/${classId}`)
}
