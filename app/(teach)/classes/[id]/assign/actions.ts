'use server'

import { randomInt } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ClassId, DeckId } from '@/lib/core/ids'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import { assignDeck } from '@/lib/data/classes/assignments'
import { requireViewer } from '@/lib/session'
import { endOfDay } from './end-of-day'

const Asked = z.object({
  classId: ClassId,
  deckId: DeckId,
  kind: z.enum(['study', 'quiz']).catch('study'),
  count: z.coerce.number().int().min(1).max(QUESTIONS_PER_QUIZ).catch(10),
  mode: z.enum(['practice', 'test']).catch('practice'),
  due: z.string().catch(''),
})

const SEEDS = 2 ** 31

export type AssignState = {
  readonly typed: Readonly<Record<string, string>>
  readonly refusal: 'not-found' | 'class-ended' | 'deck-not-yours' | 'no-questions' | 'bad-date'
} | null

export async function assignAction(_: AssignState, form: FormData): Promise<AssignState> {
  const viewer = await requireViewer()
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const asked = Asked.safeParse(typed).data
  if (!asked) return { typed, refusal: 'deck-not-yours' }
  const dueAt = asked.due ? endOfDay(asked.due, viewer.timeZone) : null
  if (asked.due && !dueAt) return { typed, refusal: 'bad-date' }
  const made = await assignDeck(viewer, { ...asked, dueAt }, randomInt(SEEDS), new Date())
  if (made.kind === 'rejected') return { typed, refusal: made.reason }
  redirect(`/classes/${asked.classId}?deck=${asked.deckId}`)
}
