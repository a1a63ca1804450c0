import 'server-only'
import { z } from 'zod'
import type { DeckId } from '../../core/ids'
import { parametersOf } from '../../core/memory/scheduling/parameters'
import { isoDay, studyDay } from '../../core/memory/scheduling/study-day'
import { daysUntilExam } from '../../core/memory/session/select-for-exam'
import type { Viewer } from '../../core/people/viewer'
import type { ExamStatus } from '../../core/statistics/exam/plan-exam'
import { readinessIfIdle, readinessNow } from '../../core/statistics/exam/readiness'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { dateOfDay, dayOfDate, type FoundExam, findExams, openExam } from '../study/exam-plan'

export type ExamView = ExamStatus & {
  readonly deckId: DeckId
  readonly title: string
  /** `2027-06-12`. */
  readonly date: string
  /** Cards that the exam asks for today. */
  readonly today: number
}

/** The viewer's exam on one deck; null without one, or when they may not see the deck. */
export async function readExam(viewer: Viewer, deckId: DeckId, now: Date): Promise<ExamView | null> {
  const [exam] = await findExams(viewer, deckId)
  return exam ? viewOf(viewer, exam, now) : null
}

/** The viewer's exams that are not over, the nearest first. */
export async function listExams(viewer: Viewer, now: Date): Promise<readonly ExamView[]> {
  const today = dateOfDay(studyDay(now, viewer.timeZone, viewer.dayStartHour))
  const exams = await findExams(viewer, null, today)
  const views: ExamView[] = []
  for (const exam of exams) views.push(await viewOf(viewer, exam, now))
  return views
}

async function viewOf(viewer: Viewer, { deckId, title, exam }: FoundExam, now: Date): Promise<ExamView> {
  const { facts, plan, asked } = await openExam(viewer, deckId, exam, now)
  const parameters = parametersOf(viewer)
  const memories = facts.map(({ memory }) => memory)
  return {
    deckId,
    title,
    date: isoDay(exam.day),
    days: daysUntilExam(exam, now, parameters),
    target: exam.target,
    facts: facts.length,
    quizOnly: await db().deckFact.count({ where: { deckId, hasCard: false } }),
    now: readinessNow(memories, now, parameters),
    idle: readinessIfIdle(memories, exam, now, parameters),
    plan,
    today: asked.length,
  }
}

/** An exam may be this far away. */
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

/** Takes the viewer's date off a deck; what was studied for it stays. */
export async function removeExam(viewer: Viewer, deckId: DeckId): Promise<void> {
  await db().exam.deleteMany({ where: { learnerId: viewer.learnerId, deckId } })
}
