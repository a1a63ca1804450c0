'use server'

import { revalidatePath } from 'next/cache'
import type { ExamState } from '@/components/exam/exam-form'
import type { Viewer } from '@/lib/core/access/viewer'
import { DeckId } from '@/lib/core/ids'
import { ExamWish, removeExam, setExam } from '@/lib/data/exams/exams'
import { requireViewer } from '@/lib/session'

/** One form: *remove* takes the date off, else it is set. */
export async function keepExam(_before: ExamState, form: FormData): Promise<ExamState> {
  const viewer = await requireViewer()
  const deckId = DeckId.safeParse(form.get('deckId'))
  if (!deckId.success) return { kind: 'no-such-deck' }
  const state = form.has('remove') ? await remove(viewer, deckId.data) : await set(viewer, deckId.data, form)
  revalidatePath('/', 'layout')
  return state
}

async function remove(viewer: Viewer, deckId: DeckId): Promise<ExamState> {
  await removeExam(viewer, deckId)
  return { kind: 'removed' }
}

async function set(viewer: Viewer, deckId: DeckId, form: FormData): Promise<ExamState> {
  const wish = ExamWish.safeParse({ day: form.get('day'), target: form.get('target') })
  if (!wish.success) return { kind: 'unread' }
  const done = await setExam(viewer, deckId, wish.data, new Date())
  return { kind: done.kind === 'set' ? 'set' : done.reason }
}
