import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { parametersOf } from '../../core/memory/parameters'
import { daysUntilExam, type Exam } from '../../core/memory/select-for-exam'
import { isoDay, studyDay } from '../../core/memory/study-day'
import type { ExamReading } from '../../core/statistics/exam/exam-reading'
import { readinessIfIdle, readinessNow } from '../../core/statistics/exam/readiness'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/decks-visible-to'
import { dateOfDay, dayOfDate } from './exam-day'
import { openExam } from './open-exam'

export type ExamView = ExamReading & {
  readonly deckId: DeckId
  readonly title: string
  /** `2027-06-12`. */
  readonly date: string
  /** Cards that the exam asks for today. */
  readonly today: number
}

/** The viewer's exam on one deck; null without one, or when the deck is not theirs to see. */
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

type Found = { readonly deckId: DeckId; readonly title: string; readonly exam: Exam; readonly setAt: Date }

export async function findExams(viewer: Viewer, deckId: DeckId | null, from?: Date): Promise<readonly Found[]> {
  const rows = await db().exam.findMany({
    where: {
      learnerId: viewer.learnerId,
      ...(deckId ? { deckId } : {}),
      ...(from ? { day: { gte: from } } : {}),
      deck: decksVisibleTo(viewer),
    },
    orderBy: [{ day: 'asc' }, { setAt: 'asc' }],
    include: { deck: { select: { title: true } } },
  })
  return rows.map((row) => ({
    deckId: DeckId.parse(row.deckId),
    title: row.deck.title,
    exam: { day: dayOfDate(row.day), target: row.target },
    setAt: row.setAt,
  }))
}

async function viewOf(viewer: Viewer, { deckId, title, exam }: Found, now: Date): Promise<ExamView> {
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
