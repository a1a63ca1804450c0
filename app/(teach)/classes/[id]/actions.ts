'use server'

import { redirect } from 'next/navigation'
import { ClassId } from '@/lib/core/ids'
import { leaveClass } from '@/lib/data/classes/learners'
import { requireViewer } from '@/lib/session'

export async function leaveClassAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  await leaveClass(viewer, ClassId.parse(form.get('classId')))
  redirect('/classes')
}
