import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Memory } from '../../core/memory/scheduling/memory'
import type { Tx } from '../../db'
import { Prisma, type Review as Row } from '../../generated/prisma/client'
import { deckIsAmong, visibleDeckIds } from '../decks/deck-access'
import { type MemoryRow, memoryOf } from './memory-row'
import { COLUMNS, memoryColumns, rowOf } from './save-memory'

export type Known = Pick<
  Row,
  'id' | 'factId' | 'itemId' | 'revisionId' | 'source' | 'rating' | 'assisted' | 'parameters' | 'reversesId'
>

/** What is known of the reviews at hand, and what has been decided so far. */
export type Desk = {
  readonly known: Map<string, Known>
  readonly reversed: Set<string>
  readonly facts: ReadonlySet<string>
  /** `item fact` pairs that belong together. */
  readonly links: ReadonlySet<string>
  /** As they were when the desk was opened. */
  readonly seen: ReadonlyMap<string, Memory>
  readonly memories: Map<string, Memory>
  readonly toFold: Set<string>
  readonly added: Prisma.ReviewCreateManyInput[]
}

type Read = {
  readonly known: readonly Known[]
  readonly facts: readonly { readonly id: string; readonly items: readonly string[] | null }[]
  readonly memories: readonly (MemoryAsJson & { readonly factId: string })[]
}
type MemoryAsJson = Omit<MemoryRow, 'lastReview' | 'due'> & {
  /** Milliseconds since 1970. */
  readonly lastReview: number
  readonly due: number
}

/** All of it in one statement; of the facts those that the viewer may study. */
export async function openDesk(
  from: Pick<Tx, '$queryRaw'>,
  viewer: Viewer,
  ids: readonly string[],
  factIds: readonly string[],
): Promise<Desk> {
  const learner = Prisma.sql`${viewer.learnerId}::uuid`
  const [reviews, facts] = [Prisma.sql`ANY (${[...ids]}::uuid[])`, Prisma.sql`ANY (${[...factIds]}::uuid[])`]
  const [read] = await from.$queryRaw<Read[]>`
    SELECT
      (SELECT jsonb_agg(to_jsonb(r)) FROM (
        SELECT * FROM "Review" WHERE "learnerId" = ${learner} AND "id" = ${reviews}
        UNION SELECT * FROM "Review" WHERE "learnerId" = ${learner} AND "reversesId" = ${reviews}) r) AS "known",
      (SELECT jsonb_agg(jsonb_build_object('id', f."id", 'items',
          (SELECT jsonb_agg(l."itemId") FROM "ItemFact" l WHERE l."factId" = f."id")))
        FROM "Fact" f WHERE f."id" = ${facts} AND EXISTS (
          SELECT 1 FROM "Deck" d WHERE d."documentId" = f."documentId" AND ${deckIsAmong(visibleDeckIds(viewer))})) AS "facts",
      (SELECT jsonb_agg(to_jsonb(m) || jsonb_build_object(
          'lastReview', extract(epoch FROM m."lastReview") * 1000, 'due', extract(epoch FROM m."due") * 1000))
        FROM "Memory" m WHERE m."learnerId" = ${learner} AND m."factId" = ${facts}) AS "memories"`
  return deskOf({ known: read?.known ?? [], facts: read?.facts ?? [], memories: read?.memories ?? [] })
}

function deskOf({ known, facts, memories }: Read): Desk {
  const seen = new Map(
    memories.map(({ factId, lastReview, due, ...row }): [string, Memory] => [
      factId,
      memoryOf({ ...row, lastReview: new Date(lastReview), due: new Date(due) }),
    ]),
  )
  return {
    known: new Map(known.map((row) => [row.id, row])),
    reversed: new Set(known.flatMap(({ reversesId }) => (reversesId ? [reversesId] : []))),
    facts: new Set(facts.map(({ id }) => id)),
    links: new Set(facts.flatMap(({ id, items }) => (items ?? []).map((itemId) => `${itemId} ${id}`))),
    seen,
    memories: new Map(seen),
    toFold: new Set(),
    added: [],
  }
}

/**
 * Writes what was decided, in one statement that waits for whoever else writes the learner's memories. It throws, and
 * keeps nothing, where meanwhile a memory or a review has become another than the desk has seen. What is to be folded is
 * only logged: its memory follows from the log.
 */
export async function closeDesk(to: Pick<Tx, '$queryRaw'>, { learnerId }: Viewer, desk: Desk): Promise<void> {
  if (desk.added.length === 0) return
  const facts = [...new Set(desk.added.map(({ factId }) => factId))].filter((factId) => !desk.toFold.has(factId))
  const rows = facts.flatMap((factId) => {
    const [seen, memory] = [desk.seen.get(factId), desk.memories.get(factId)]
    const before = seen?.kind === 'reviewed' ? seen : null
    const known = { seen: before !== null, seenAt: before?.lastReview, seenStability: before?.stability }
    const more = { seenReviews: before?.reviews, seenFailed: before?.failed }
    return memory ? rowOf(factId, memory).map((row) => ({ ...row, ...known, ...more })) : []
  })
  const names = Prisma.raw(
    [...new Set(desk.added.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', '),
  )
  await to.$queryRaw`
    WITH held AS MATERIALIZED (
      SELECT "id" AS "learnerId" FROM "Learner" WHERE "id" = ${learnerId}::uuid FOR NO KEY UPDATE
    ), given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("factId" uuid, "state" text,
        "stability" float8, "difficulty" float8, "lastReview" timestamp(3), "due" timestamp(3), "step" int, "reviews" int,
        "lapses" int, "failed" boolean, "seen" boolean, "seenAt" timestamp(3), "seenStability" float8, "seenReviews" int,
        "seenFailed" boolean)
    ), ${writesOf(rows)} logged AS (
      INSERT INTO "Review" (${names})
      SELECT ${names} FROM jsonb_populate_recordset(NULL::"Review", ${JSON.stringify(desk.added)}::jsonb) r
      WHERE r."learnerId" IN (SELECT "learnerId" FROM held)
      ON CONFLICT DO NOTHING RETURNING 1
    )
    -- A division by nought takes everything back.
    SELECT 1 / ((SELECT count(*) FROM logged) = ${desk.added.length} AND ${countOf(rows)} = ${rows.length})::int AS "ok"`
}

type Written = { readonly seen: boolean }

const [NAMES, GIVEN] = [COLUMNS.sql, memoryColumns('g').sql]
const CHANGED = Prisma.raw(`changed AS (
  UPDATE "Memory" m SET (${NAMES}) = ROW(${GIVEN}) FROM held h, given g
  WHERE m."learnerId" = h."learnerId" AND m."factId" = g."factId" AND g."seen" AND m."lastReview" = g."seenAt"
    AND m."stability" = g."seenStability" AND m."reviews" = g."seenReviews" AND m."failed" = g."seenFailed"
  RETURNING 1),`)
const MET = Prisma.raw(`met AS (
  INSERT INTO "Memory" ("learnerId", "factId", ${NAMES})
  SELECT h."learnerId", g."factId", ${GIVEN} FROM held h, given g WHERE NOT g."seen"
  ON CONFLICT DO NOTHING RETURNING 1),`)

/** Only what there is to write: a statement's triggers cost as much where it writes nothing. */
function writesOf(rows: readonly Written[]): Prisma.Sql {
  const changed = rows.some(({ seen }) => seen) ? CHANGED : Prisma.empty
  return Prisma.sql`${changed} ${rows.every(({ seen }) => seen) ? Prisma.empty : MET}`
}

function countOf(rows: readonly Written[]): Prisma.Sql {
  const changed = rows.some(({ seen }) => seen) ? 'SELECT 1 FROM changed' : 'SELECT 1 WHERE FALSE'
  const met = rows.every(({ seen }) => seen) ? 'SELECT 1 WHERE FALSE' : 'SELECT 1 FROM met'
  return Prisma.raw(`(SELECT count(*) FROM (${changed} UNION ALL ${met}) AS written)`)
}
