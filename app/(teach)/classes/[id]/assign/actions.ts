'use server'

import { randomInt } from 'node:crypto'
import { tz } from '@date-fns/tz'
import { isValid, endOfDay as lastMoment, parse } from 'date-fns'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { DEFAULT_QUESTION_COUNT } from '@/components/quiz/question-counts'
import { ClassId, DeckId } from '@/lib/core/ids'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import { SEED_LIMIT } from '@/lib/core/shared/random'
import { assignDeck } from '@/lib/data/classes/assignments'
import { requireViewer } from '@/lib/session'

const Asked = z.object({
  classId: ClassId,
  deckId: DeckId,
  kind: z.enum(['study', 'quiz']).catch('study'),
  count: z.coerce.number().int().min(1).max(QUESTIONS_PER_QUIZ).catch(DEFAULT_QUESTION_COUNT),
  mode: z.enum(['practice', 'test']).catch('practice'),
  due: z.string().catch(''),
})

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
  const made = await assignDeck(viewer, { ...asked, dueAt }, randomInt(SEED_LIMIT), new Date())
  if (made.kind === 'rejected') return { typed, refusal: made.reason }
  redirect(`/classes/${asked.classId}?deck=${asked.deckId}`)
}

/** The last moment of a day like 2026-06-12 in the time zone; null if the day does not exist. */
function endOfDay(day: string, timeZone: string): Date | null {
  const zone = tz(timeZone)
  const date = parse(day, 'yyyy-MM-dd', new Date(0), { in: zone })
  return isValid(date) ? new Date(lastMoment(date, { in: zone }).getTime()) : null
}
