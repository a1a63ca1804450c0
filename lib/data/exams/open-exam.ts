import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, FactId } from '../../core/ids'
import type { Memory } from '../../core/memory/memory'
import { type MemoryParameters, parametersOf } from '../../core/memory/parameters'
import { pileOf } from '../../core/memory/pile'
import { daysUntilExam, type Exam, reviewsForExam } from '../../core/memory/select-for-exam'
import type { Pile } from '../../core/memory/study-card'
import { beginOfStudyDay } from '../../core/memory/study-day'
import { type ExamPlan, planExam } from '../../core/statistics/exam/plan-exam'
import { db } from '../../db'
import { memoriesByFact } from '../study/memories-by-fact'
import { paceOf } from '../study/pace-of'
import { factsSetAside, moment } from '../study/study-scope'

type ExamFact = {
  readonly factId: FactId
  readonly memory: Memory
  /** False: suspended by the learner, or buried for today. */
  readonly studied: boolean
  /** False: asked in quizzes only. */
  readonly hasCard: boolean
}

export type OpenExam = {
  readonly facts: readonly ExamFact[]
  /** Null on the day itself and later. */
  readonly plan: ExamPlan | null
  /** What the exam asks for today, as it is best asked: steps, reviews with the most urgent first, the new facts of the day. */
  readonly asked: readonly FactId[]
}

/** The facts of a deck as the viewer remembers them. `exam` is the viewer's own, so the deck was theirs to see. */
export async function openExam(viewer: Viewer, deckId: DeckId, exam: Exam, now: Date): Promise<OpenExam> {
  const facts = await examFactsOf(viewer, deckId, now)
  const [secondsPerCard, metToday] = await Promise.all([
    paceOf(viewer),
    countMetToday(
      viewer,
      facts.map(({ factId }) => factId),
      now,
    ),
  ])
  const plan = planExam(facts, exam, { secondsPerCard, metToday }, now, parametersOf(viewer))
  return { facts, plan, asked: askedToday(facts, exam, plan?.newToday ?? 0, now, parametersOf(viewer)) }
}

function askedToday(
  facts: readonly ExamFact[],
  exam: Exam,
  newToday: number,
  now: Date,
  parameters: MemoryParameters,
): readonly FactId[] {
  if (daysUntilExam(exam, now, parameters) < 0) return []
  const cards = facts.filter(({ hasCard, studied }) => hasCard && studied)
  const of = (wanted: Pile) => cards.filter(({ memory }) => pileOf(memory, now, parameters) === wanted)
  const reviews = reviewsForExam(cards, exam, now, parameters)
  return [...of('learning'), ...reviews, ...of('new').slice(0, newToday)].map(({ factId }) => factId)
}

async function examFactsOf(viewer: Viewer, deckId: DeckId, now: Date): Promise<readonly ExamFact[]> {
  const rows = await db().deckFact.findMany({
    where: { deckId },
    orderBy: { fact: { position: 'asc' } },
    select: { factId: true, hasCard: true },
  })
  const facts = rows.map(({ factId, hasCard }) => ({ id: FactId.parse(factId), hasCard }))
  const factIds = facts.map(({ id }) => id)
  const [memories, aside] = await Promise.all([memoriesByFact(viewer, factIds), factsSetAside(viewer, factIds, now)])
  return facts.map(({ id, hasCard }) => ({
    factId: id,
    memory: memories.get(id) ?? { kind: 'new' },
    studied: !aside.has(id),
    hasCard,
  }))
}

/** Facts reviewed today, by card or in a quiz, and never before; a review that was taken back counts as before. */
async function countMetToday(viewer: Viewer, factIds: readonly FactId[], now: Date): Promise<number> {
  const { learnerId, timeZone, dayStartHour } = viewer
  const begin = beginOfStudyDay(now, timeZone, dayStartHour)
  const [found] = await db().$queryRaw<{ met: number }[]>`
    SELECT count(DISTINCT r."factId")::int AS met
    FROM "Review" r
    JOIN "Memory" m ON m."learnerId" = r."learnerId" AND m."factId" = r."factId"
    WHERE r."learnerId" = ${learnerId}::uuid AND r."at" >= ${moment(begin)} AND r."factId" = ANY(${factIds}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM "Review" b
        WHERE b."learnerId" = r."learnerId" AND b."factId" = r."factId" AND b."at" < ${moment(begin)} AND b."reversesId" IS NULL
      )`
  return found?.met ?? 0
}
