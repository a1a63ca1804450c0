import 'server-only'
import { z } from 'zod'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { studyDay } from '../../core/memory/study-day'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/decks-visible-to'
import { dateOfDay, dayOfDate } from './exam-day'

/** What is farther away is no plan yet. */
export const FARTHEST_DAYS = 366
const LOWEST_TARGET = 0.5
const HIGHEST_TARGET = 0.99

/** As a form sends it. */
export const ExamWish = z.object({
  day: z.iso.date().transform((written) => dayOfDate(new Date(`${written}T00:00:00Z`))),
  target: z.coerce.number().min(LOWEST_TARGET).max(HIGHEST_TARGET),
})
export type ExamWish = z.infer<typeof ExamWish>

export type ExamSet =
  | { readonly kind: 'set' }
  | { readonly kind: 'rejected'; readonly reason: 'no-such-deck' | 'past' | 'too-far' }

/** The viewer's own date on a deck that they may study; a new one takes the place of the old. */
export async function setExam(viewer: Viewer, deckId: DeckId, wish: ExamWish, now: Date): Promise<ExamSet> {
  const { learnerId, timeZone, dayStartHour } = viewer
  const today = studyDay(now, timeZone, dayStartHour)
  if (wish.day < today) return { kind: 'rejected', reason: 'past' }
  if (wish.day > today + FARTHEST_DAYS) return { kind: 'rejected', reason: 'too-far' }
  const deck = await db().deck.findFirst({
    where: { AND: [{ id: deckId }, decksVisibleTo(viewer)] },
    select: { id: true },
  })
  if (!deck) return { kind: 'rejected', reason: 'no-such-deck' }
  const kept = { day: dateOfDay(wish.day), target: wish.target, setAt: now }
  await db().exam.upsert({
    where: { learnerId_deckId: { learnerId, deckId } },
    create: { learnerId, deckId, ...kept },
    update: kept,
  })
  return { kind: 'set' }
}
