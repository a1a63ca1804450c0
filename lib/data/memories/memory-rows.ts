import 'server-only'
import type { Memory, MemoryState } from '../../core/memory/scheduling/memory'
import type { Viewer } from '../../core/people/viewer'
import { db, type Tx } from '../../db'
import { Prisma, type Memory as Row } from '../../generated/prisma/client'
import type { Run } from '../../prepared-statements'

/** The columns of a memory beside whose it is and of which fact. */
const MEMORY_NAMES = [
  'state',
  'stability',
  'difficulty',
  'lastReview',
  'due',
  'step',
  'reviews',
  'lapses',
  'failed',
] as const satisfies readonly (keyof Row)[]

export type MemoryRow = Pick<Row, (typeof MEMORY_NAMES)[number]>

/** No row is a new memory. */
export function memoryOf(row: MemoryRow | null | undefined): Memory {
  if (!row) return { kind: 'new' }
  const { stability, difficulty, lastReview, due, step, reviews, lapses, failed } = row
  // Written by `memoryData` and by nothing else.
  const state = row.state as MemoryState
  return { kind: 'reviewed', state, stability, difficulty, lastReview, due, step, reviews, lapses, failed }
}

function memoryData({ kind, ...row }: Extract<Memory, { kind: 'reviewed' }>): MemoryRow {
  return row
}

const MEMORY_COLUMNS = memoryColumns()

/** The columns of one table of a query. */
export function memoryColumns(table?: string): Prisma.Sql {
  return Prisma.raw(MEMORY_NAMES.map((name) => `${table ? `${table}.` : ''}"${name}"`).join(', '))
}

/** The columns of "Memory" that `memoryOfJson` reads. */
export const MEMORY_JSON = Prisma.raw(
  [
    '"factId"',
    ...MEMORY_NAMES.map((name) => (name === 'lastReview' || name === 'due' ? millis(name) : `"${name}"`)),
  ].join(', '),
)

function millis(name: string): string {
  return `extract(epoch FROM "${name}") * 1000 AS "${name}"`
}

export type MemoryJson = Omit<MemoryRow, 'lastReview' | 'due'> & {
  readonly factId: string
  /** Milliseconds since 1970. */
  readonly lastReview: number
  readonly due: number
}

export function memoryOfJson({ lastReview, due, ...row }: MemoryJson): Memory {
  return memoryOf({ ...row, lastReview: new Date(lastReview), due: new Date(due) })
}

/** What mastery and recall are computed from: state, stability in days, milliseconds of the last review, whether it was failed. */
export type MemoryParts = readonly [state: MemoryState, stability: number, lastReview: number, failed: boolean]

/** These parts of a memory `m` as one JSON value: many rows cost more than what is in them. */
export const MEMORY_PARTS = Prisma.sql`
  jsonb_build_array(m."state", m."stability", extract(epoch FROM m."lastReview") * 1000, m."failed")`

/** A memory of which only mastery and recall may be computed: its other values are placeholders. */
export function memoryOfParts([state, stability, lastReview, failed]: MemoryParts): Memory {
  const reviewed = new Date(lastReview)
  const rest = { difficulty: 1, due: reviewed, step: 0, reviews: 1, lapses: 0 }
  return { kind: 'reviewed', state, stability, lastReview: reviewed, failed, ...rest }
}

/** `isNew`: it had no row. A memory that is new again (its only review was undone) is left out. */
export type MemoryToSave = { readonly factId: string; readonly memory: Memory; readonly isNew: boolean }

/**
 * Common table expressions that save memories, and count with them what the learner has met of each deck and when it was last
 * studied: `given`, `saved` and `counted`. Counting right takes locks before (`lockForReviews`).
 */
export function savedMemories(learnerId: string, memories: readonly MemoryToSave[]): Prisma.Sql {
  const rows = memories.flatMap(({ factId, memory, isNew }) =>
    memory.kind === 'new' ? [] : [{ factId, isNew, ...memoryData(memory) }],
  )
  return Prisma.sql`
    given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("factId" uuid, "isNew" boolean, "state" text,
        "stability" float8, "difficulty" float8, "lastReview" timestamp(3), "due" timestamp(3), "step" int, "reviews" int,
        "lapses" int, "failed" boolean)
    ), saved AS (
      INSERT INTO "Memory" ("learnerId", "factId", "documentId", ${MEMORY_COLUMNS})
      SELECT ${learnerId}::uuid, g."factId", f."documentId", ${memoryColumns('g')}
      FROM given g JOIN "Fact" f ON f."id" = g."factId"
      ON CONFLICT ("learnerId", "factId") DO UPDATE SET (${MEMORY_COLUMNS}) = ROW(${memoryColumns('EXCLUDED')})
    ), counted AS (
      INSERT INTO "DeckProgress" ("learnerId", "deckId", "met", "lastStudied")
      SELECT ${learnerId}::uuid, d."deckId", count(*) FILTER (WHERE d."hasCard" AND g."isNew"), max(g."lastReview")
      FROM given g JOIN "DeckFact" d ON d."factId" = g."factId" GROUP BY d."deckId"
      ON CONFLICT ("learnerId", "deckId") DO UPDATE SET
        "met" = "DeckProgress"."met" + EXCLUDED."met",
        "lastStudied" = greatest("DeckProgress"."lastStudied", EXCLUDED."lastStudied")
    )`
}

/** Saves memories of which some may be gone, or older than before, by fact. Progress is counted from the beginning. */
export async function saveMemories(run: Run, learnerId: string, memories: ReadonlyMap<string, Memory>): Promise<void> {
  const factIds = [...memories.keys()]
  if (factIds.length === 0) return
  await lockForReviews(run, learnerId, factIds)
  const gone = factIds.filter((factId) => memories.get(factId)?.kind === 'new')
  if (gone.length > 0)
    await run(
      'delete-memories',
      Prisma.sql`DELETE FROM "Memory" WHERE "learnerId" = ${learnerId}::uuid AND "factId" = ANY (${gone}::uuid[])`,
    )
  const kept = [...memories].map(([factId, memory]) => ({ factId, memory, isNew: false }))
  await run('save-memories', Prisma.sql`WITH ${savedMemories(learnerId, kept)} SELECT NULL::jsonb`)
  await countProgress(run, learnerId, factIds)
}

/** Counts anew what the learner has met of the decks that ask these facts. */
async function countProgress(run: Run, learnerId: string, factIds: readonly string[]): Promise<void> {
  await run(
    'count-progress',
    Prisma.sql`SELECT recount_progress(${learnerId}::uuid, d."deckId")::text FROM (
      SELECT DISTINCT "deckId" FROM "DeckFact" WHERE "factId" = ANY (${[...factIds]}::uuid[])) d`,
  )
}

/**
 * Taken before a learner's memories are written: two devices may save at the same time. Its second lock keeps anybody from
 * counting what they met of a deck while its author changes what it asks.
 */
export async function lockForReviews(run: Run, learnerId: string, factIds: readonly string[]): Promise<void> {
  await run(
    'lock-for-reviews',
    Prisma.sql`
      WITH learner AS MATERIALIZED (SELECT 1 FROM "Learner" WHERE "id" = ${learnerId}::uuid FOR NO KEY UPDATE)
      SELECT lock_deck_counts_shared(ARRAY(
        SELECT "documentId" FROM "Fact" WHERE "id" = ANY (${[...factIds]}::uuid[])))::text FROM learner`,
  )
}

/** The same lock for what touches no memory. */
export async function lockLearner(tx: Tx, learnerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Learner" WHERE "id" = ${learnerId}::uuid FOR NO KEY UPDATE`
}

/** The viewer's own memories; a fact without one is not in the map. A stranger has none. */
export async function memoriesByFact(
  viewer: Viewer | null,
  factIds: readonly string[],
): Promise<ReadonlyMap<string, Memory>> {
  if (!viewer || factIds.length === 0) return new Map()
  const rows = await db().memory.findMany({ where: { learnerId: viewer.learnerId, factId: { in: [...factIds] } } })
  return new Map(rows.map((row) => [row.factId, memoryOf(row)]))
}
