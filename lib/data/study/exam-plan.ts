import 'server-only'
import { DeckId, FactId } from '../../core/ids'
import { parametersOf } from '../../core/memory/scheduling/parameters'
import { beginOfStudyDay } from '../../core/memory/scheduling/study-day'
import type { Exam } from '../../core/memory/session/select-for-exam'
import type { Viewer } from '../../core/people/viewer'
import { DAY_MS } from '../../core/shared/time'
import { examDay } from '../../core/statistics/exam/exam-day'
import type { ExamPlan, Pace } from '../../core/statistics/exam/plan-exam'
import type { ExamFact } from '../../core/statistics/exam/simulate-study'
import { db } from '../../db'
import { decksVisibleTo } from '../decks/deck-access'
import { memoriesByFact } from '../memories/memory-rows'
import { studyPace } from './study-pace'
import { factsSetAside, moment, wasMetBefore } from './study-scope'

/**
 * What the viewer's exam on a deck asks for today, in the order in which it is best asked. Without `deckId` of all exams, the
 * nearest first. Nothing where no exam is ahead.
 */
export async function examFacts(viewer: Viewer | null, deckId: DeckId | null, now: Date): Promise<readonly FactId[]> {
  if (!viewer) return []
  const asked = new Set<FactId>()
  for (const { deckId: examDeckId, exam } of await findExams(viewer, deckId)) {
    for (const factId of (await openExam(viewer, examDeckId, exam, now)).asked) asked.add(factId)
  }
  return [...asked]
}

export type FoundExam = { readonly deckId: DeckId; readonly title: string; readonly exam: Exam; readonly setAt: Date }

/** The viewer's exams, or that on one deck, from a day on; the nearest first. */
export async function findExams(viewer: Viewer, deckId: DeckId | null, from?: Date): Promise<readonly FoundExam[]> {
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

export type OpenExam = {
  readonly facts: ExamDeck['facts']
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
  /** What the exam asks for today, as it is best asked. */
  readonly asked: readonly FactId[]
}

/** The plan of the viewer's exam on a deck, and what it asks for today. */
export async function openExam(viewer: Viewer, deckId: DeckId, exam: Exam, now: Date): Promise<OpenExam> {
  const { facts, pace } = await examDeck(viewer, deckId, now)
  const { plan, asked } = examDay(facts, exam, pace, now, parametersOf(viewer))
  return { facts, plan, asked: asked.map(({ factId }) => factId) }
}

export type ExamDeck = {
  /**
   * Those of the deck that study asks, in the order of its document. What is suspended or buried for today is not studied. A
   * fact that is asked in quizzes only is none of them: no plan brings it.
   */
  readonly facts: readonly (ExamFact & { readonly factId: FactId })[]
  readonly pace: Pace
}

/** What an exam is planned by: the facts of a deck as the viewer remembers them; none when the viewer may not see the deck. */
export async function examDeck(viewer: Viewer, deckId: DeckId, now: Date): Promise<ExamDeck> {
  const facts = await examFactsOf(viewer, deckId, now)
  const factIds = facts.map(({ factId }) => factId)
  const [secondsPerCard, metToday] = await Promise.all([studyPace(viewer), countMetToday(viewer, factIds, now)])
  return { facts, pace: { secondsPerCard, metToday } }
}

async function examFactsOf(viewer: Viewer, deckId: DeckId, now: Date): Promise<ExamDeck['facts']> {
  const rows = await db().deckFact.findMany({
    where: { deckId, hasCard: true, deck: decksVisibleTo(viewer) },
    orderBy: { fact: { position: 'asc' } },
    select: { factId: true },
  })
  const factIds = rows.map(({ factId }) => FactId.parse(factId))
  const [memories, aside] = await Promise.all([memoriesByFact(viewer, factIds), factsSetAside(viewer, factIds, now)])
  return factIds.map((factId) => ({
    factId,
    memory: memories.get(factId) ?? { kind: 'new' },
    studied: !aside.has(factId),
  }))
}

/** Facts reviewed today, by card or in a quiz, and never before. */
async function countMetToday(viewer: Viewer, factIds: readonly FactId[], now: Date): Promise<number> {
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = beginOfStudyDay(now, timeZone, dayStartHour)
  const [found] = await db().$queryRaw<{ met: number }[]>`
    SELECT count(DISTINCT r."factId")::int AS met
    FROM "Review" r
    JOIN "Memory" m ON m."learnerId" = r."learnerId" AND m."factId" = r."factId"
    WHERE r."learnerId" = ${learnerId}::uuid AND r."at" >= ${moment(begin)} AND r."factId" = ANY(${factIds}::uuid[])
      AND NOT ${wasMetBefore(begin)}`
  return found?.met ?? 0
}

/** A date of the calendar as the database keeps it, from the days since 1970 that core counts in; and back. */
export function dateOfDay(day: number): Date {
  return new Date(day * DAY_MS)
}

export function dayOfDate(date: Date): number {
  return Math.round(date.getTime() / DAY_MS)
}
