'use server'

import { redirect } from 'next/navigation'
import { createClass } from '@/lib/data/classes/classes'
import { requireViewer } from '@/lib/session'

export type CreateState = { readonly name: string; readonly refusal: 'name-missing' } | null

export async function createClassAction(_: CreateState, form: FormData): Promise<CreateState> {
  const viewer = await requireViewer('/classes')
  const name = String(form.get('name') ?? '')
  const made = await createClass(viewer, { name }, new Date())
  if (made.kind === 'rejected') return { name, refusal: made.reason }
  redirect(`/classes/${made.classId}`)
}
