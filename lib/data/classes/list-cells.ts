import 'server-only'
import type { FactId, LearnerId } from '@/lib/core/ids'
import { isProbablyForgotten, masteryOf } from '@/lib/core/memory/mastery'
import type { Mastery } from '@/lib/core/memory/memory'
import type { CellEvidence } from '@/lib/core/statistics/facts-to-teach'
import { memoryOf } from '@/lib/data/study/memory-row'
import { isStanding } from '@/lib/data/study/study-scope'
import { db } from '@/lib/db'

export type ClassCell = {
  readonly mastery: Mastery
  /** Null where nothing was ever answered or rated. */
  readonly history: CellHistory | null
  /** Null where nothing was answered or rated without a hint. */
  readonly evidence: CellEvidence | null
}

/** Answers are those to questions, of a test once it is handed in; ratings are those of cards. What was undone is left out. */
export type CellHistory = {
  readonly answers: number
  readonly wrong: number
  readonly ratings: number
  readonly again: number
  readonly last: Date
}

type Counted = CellHistory & { learnerId: string; factId: string; firstMet: Date | null }

/** Each learner by each fact. The caller has checked that the viewer teaches them and may see the facts. */
export async function listCells(
  learnerIds: readonly LearnerId[],
  factIds: readonly FactId[],
  now: Date,
): Promise<(learnerId: LearnerId, factId: FactId) => ClassCell> {
  const [learners, facts] = [[...learnerIds], [...factIds]]
  const memories = await db().memory.findMany({ where: { learnerId: { in: learners }, factId: { in: facts } } })
  // An answer to a question is a review too: in practice as it is given, in a test on handing in.
  const counted = await db().$queryRaw<Counted[]>`
    SELECT r."learnerId"::text AS "learnerId", r."factId"::text AS "factId",
      count(*) FILTER (WHERE r.source = 'question')::int AS answers,
      count(*) FILTER (WHERE r.source = 'question' AND r.rating = 'again')::int AS wrong,
      count(*) FILTER (WHERE r.source = 'card')::int AS ratings,
      count(*) FILTER (WHERE r.source = 'card' AND r.rating = 'again')::int AS again,
      max(r.at) AS last,
      min(r.at) FILTER (WHERE NOT r.assisted) AS "firstMet"
    FROM "Review" r
    WHERE r."learnerId" = ANY(${learners}::uuid[]) AND r."factId" = ANY(${facts}::uuid[]) AND ${isStanding}
    GROUP BY r."learnerId", r."factId"`
  const memoryAt = new Map(memories.map((row) => [row.learnerId + row.factId, memoryOf(row)]))
  const countedAt = new Map(counted.map((row) => [row.learnerId + row.factId, row]))
  return (learnerId, factId) => {
    const memory = memoryAt.get(learnerId + factId) ?? memoryOf(null)
    const row = countedAt.get(learnerId + factId)
    return {
      mastery: masteryOf(memory, now),
      history: row ? historyOf(row) : null,
      evidence: row?.firstMet ? { isLost: isProbablyForgotten(memory, now), firstMet: row.firstMet } : null,
    }
  }
}

function historyOf({ answers, wrong, ratings, again, last }: Counted): CellHistory {
  return { answers, wrong, ratings, again, last }
}
