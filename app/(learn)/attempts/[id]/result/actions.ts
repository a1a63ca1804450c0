'use server'

import { redirect } from 'next/navigation'
import { AttemptId } from '@/lib/core/ids'
import { retakeMistakes } from '@/lib/data/quizzes/start-attempt'
import { requireViewer } from '@/lib/session'

export async function retake(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const attemptId = AttemptId.parse(form.get('attemptId'))
  const retaken = await retakeMistakes(viewer, attemptId, new Date())
  redirect(retaken.kind === 'started' ? `/attempts/${retaken.attemptId}?q=1` : `/attempts/${attemptId}/result`)
}
