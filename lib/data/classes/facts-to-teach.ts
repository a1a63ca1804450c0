import 'server-only'
import { type ClassId, type DeckId, FactId } from '@/lib/core/ids'
import { isProbablyForgotten } from '@/lib/core/memory/scheduling/mastery'
import type { Viewer } from '@/lib/core/people/viewer'
import {
  type FactToTeach as Counted,
  DAY_TO_FORGET_MS,
  factsToTeach,
  maySayNoneLost,
  metByHalf,
} from '@/lib/core/statistics/facts-to-teach'
import { db } from '@/lib/db'
import { MEMORY_PARTS, type MemoryParts, memoryOfParts } from '../memories/memory-rows'
import { isActiveReview, moment } from '../study/study-scope'

type ClassFact = { readonly factId: FactId; readonly statement: string; readonly isLost: readonly boolean[] }

export type FactToTeach = Omit<Counted<ClassFact>, 'fact'> & Omit<ClassFact, 'isLost'>

/** The facts that each class has lost of the deck that was assigned to it first, most lost first; only for its teacher. */
export async function factsToTeachByClass(
  viewer: Viewer,
  classIds: readonly ClassId[],
  now: Date,
): Promise<ReadonlyMap<ClassId, readonly FactToTeach[]>> {
  const byClass = await readMetFacts(viewer, classIds, null, now)
  return new Map(
    [...byClass].map(([classId, { met, learners }]) => [classId, factsToTeach(met, learners).map(toTeach)]),
  )
}

export type ClassFacts =
  /** Most lost first. */
  | { readonly kind: 'facts'; readonly facts: readonly FactToTeach[] }
  /** `met` facts were met by half of the class, and none of them is lost by most. */
  | { readonly kind: 'none'; readonly met: number }
  | { readonly kind: 'too-early' }

/** The same of one deck of one class, and if none is lost, whether that can be said yet. */
export async function classFacts(viewer: Viewer, classId: ClassId, deckId: DeckId, now: Date): Promise<ClassFacts> {
  const { met = [], learners = 0 } = (await readMetFacts(viewer, [classId], deckId, now)).get(classId) ?? {}
  const lost = factsToTeach(met, learners)
  if (lost.length > 0) return { kind: 'facts', facts: lost.map(toTeach) }
  const telling = metByHalf(met, learners)
  const dayOld = await countDayOld(
    classId,
    telling.map(({ factId }) => factId),
    now,
  )
  return maySayNoneLost(dayOld) ? { kind: 'none', met: telling.length } : { kind: 'too-early' }
}

function toTeach({ fact: { factId, statement }, met, lost }: Counted<ClassFact>): FactToTeach {
  return { factId, statement, met, lost }
}

type Row = {
  readonly classId: ClassId
  readonly learners: number
  readonly factId: string
  readonly statement: string
  readonly memories: readonly MemoryParts[]
}
type MetFacts = { readonly learners: number; readonly met: ClassFact[] }

/** Facts that learners have met, of a deck or of that which was assigned first, in the document's order. Met is what has a memory: a hint or an answer undone makes none. */
async function readMetFacts(
  viewer: Viewer,
  classIds: readonly ClassId[],
  deckId: DeckId | null,
  now: Date,
): Promise<ReadonlyMap<ClassId, MetFacts>> {
  if (classIds.length === 0) return new Map()
  const rows = await db().$queryRaw<Row[]>`
    WITH assigned AS (
      SELECT DISTINCT ON (a."classId") a."classId", d."id" AS "deckId", d."documentId"
      FROM "Membership" t
      JOIN "Assignment" a ON a."classId" = t."classId"
      JOIN "Deck" d ON d."id" = a."deckId"
      WHERE t."learnerId" = ${viewer.learnerId}::uuid AND t."role" = 'teacher' AND t."classId" = ANY(${[...classIds]}::uuid[])
        AND a."deckId" = coalesce(${deckId}::uuid, a."deckId")
      ORDER BY a."classId", a."createdAt"
    ), learner AS (
      SELECT "classId", "learnerId", count(*) OVER (PARTITION BY "classId")::int AS learners
      FROM "Membership" WHERE "role" = 'learner' AND "classId" IN (SELECT "classId" FROM assigned)
    )
    SELECT s."classId", l.learners, f."id" AS "factId", f."statement", jsonb_agg(${MEMORY_PARTS}) AS memories
    FROM assigned s
    JOIN learner l ON l."classId" = s."classId"
    JOIN "Memory" m ON m."learnerId" = l."learnerId" AND m."documentId" = s."documentId"
    JOIN "DeckFact" x ON x."deckId" = s."deckId" AND x."factId" = m."factId"
    JOIN "Fact" f ON f."id" = m."factId"
    GROUP BY s."classId", l.learners, f."id"
    ORDER BY s."classId", f."position"`
  const byClass = new Map<ClassId, MetFacts>()
  for (const { classId, learners, factId, statement, memories } of rows) {
    const isLost = memories.map((parts) => isProbablyForgotten(memoryOfParts(parts), now))
    const facts = byClass.get(classId) ?? { learners, met: [] }
    facts.met.push({ factId: FactId.parse(factId), statement, isLost })
    byClass.set(classId, facts)
  }
  return byClass
}

/** Of the class's learners and these facts, how many pairs met a day ago or before. The caller has checked that it may be asked. */
async function countDayOld(classId: ClassId, factIds: readonly FactId[], now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - DAY_TO_FORGET_MS)
  const [row] = await db().$queryRaw<{ pairs: number }[]>`
    SELECT count(DISTINCT (r."learnerId", r."factId"))::int AS pairs
    FROM "Membership" l JOIN "Review" r ON r."learnerId" = l."learnerId"
    WHERE l."classId" = ${classId}::uuid AND l."role" = 'learner' AND r."factId" = ANY(${[...factIds]}::uuid[])
      AND r."at" <= ${moment(dayAgo)} AND NOT r."assisted" AND ${isActiveReview}`
  return row?.pairs ?? 0
}
