import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, FactId } from '../../core/ids'
import { beginOfStudyDay } from '../../core/memory/study-day'
import type { Pace } from '../../core/statistics/exam/plan-exam'
import type { RehearsedFact } from '../../core/statistics/exam/rehearse'
import { db } from '../../db'
import { memoriesByFact } from '../study/memories-by-fact'
import { paceOf } from '../study/pace-of'
import { factsSetAside, moment, wasMetBefore } from '../study/study-scope'

export type ExamDeck = {
  /**
   * Those of the deck that study asks, in the order of its document. What is suspended or buried for today is not studied. A
   * fact that is asked in quizzes only is none of them: no plan brings it.
   */
  readonly facts: readonly (RehearsedFact & { readonly factId: FactId })[]
  readonly pace: Pace
}

/** What an exam is planned by: the facts of a deck as the viewer remembers them. The caller knows that it is theirs to see. */
export async function examDeck(viewer: Viewer, deckId: DeckId, now: Date): Promise<ExamDeck> {
  const facts = await examFactsOf(viewer, deckId, now)
  const factIds = facts.map(({ factId }) => factId)
  const [secondsPerCard, metToday] = await Promise.all([paceOf(viewer), countMetToday(viewer, factIds, now)])
  return { facts, pace: { secondsPerCard, metToday } }
}

async function examFactsOf(viewer: Viewer, deckId: DeckId, now: Date): Promise<ExamDeck['facts']> {
  const rows = await db().deckFact.findMany({
    where: { deckId, hasCard: true },
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
