import 'server-only'
import type { Memory, Rating } from '../../core/memory/scheduling/memory'
import { areWeights, type KnownWeights, namedWeights, readParameters } from '../../core/memory/scheduling/parameters'
import { type LoggedReview, type Replayed, replayByFact } from '../../core/memory/scheduling/replay'
import { Prisma, type Review as Row } from '../../generated/prisma/client'
import type { Run } from '../../prepared-statements'
import { saveMemories } from './memory-rows'

type Kept = Pick<Row, 'id' | 'factId' | 'source' | 'rating' | 'at' | 'assisted' | 'parameters' | 'reversesId'>
type LoggedRow = Kept & Pick<Row, 'scheduled' | 'stability' | 'expected'>

/**
 * Makes a learner's memories again from the log: after an undo, a review that arrived late, or when a guest's reviews were
 * moved to an account. Without `factIds` all facts. Call it inside the transaction that changed the log.
 */
export async function rebuildMemories(
  run: Run,
  learnerId: string,
  factIds?: readonly string[],
): Promise<ReadonlyMap<string, Memory>> {
  const rows = await readLog(run, learnerId, factIds)
  const replayed = replayByFact(await loggedReviews(run, learnerId, rows))
  const memories = new Map([...replayed].map(([factId, { memory }]) => [factId, memory]))
  await saveMemories(run, learnerId, memories)
  await markScheduled(run, learnerId, rows, replayed)
  return memories
}

async function readLog(run: Run, learnerId: string, factIds?: readonly string[]): Promise<readonly LoggedRow[]> {
  type Read = Omit<LoggedRow, 'at'> & { readonly at: number }
  const columns = Prisma.sql`jsonb_agg(to_jsonb(r) || jsonb_build_object('at', extract(epoch FROM r."at") * 1000))`
  const read = factIds
    ? await run(
        'log-of-facts',
        Prisma.sql`SELECT ${columns} FROM "Review" r
          WHERE r."learnerId" = ${learnerId}::uuid AND r."factId" = ANY (${[...factIds]}::uuid[])`,
      )
    : await run(
        'log-of-learner',
        Prisma.sql`SELECT ${columns} FROM "Review" r WHERE r."learnerId" = ${learnerId}::uuid`,
      )
  return ((read ?? []) as readonly Read[]).map(({ at, ...row }) => ({ ...row, at: new Date(at) }))
}

/** Replaying decides anew which reviews moved the schedule and what they tested; the log is corrected to that. */
async function markScheduled(
  run: Run,
  learnerId: string,
  rows: readonly LoggedRow[],
  replayed: ReadonlyMap<string, Replayed>,
): Promise<void> {
  const changed = rows.flatMap(({ id, factId, ...row }) => {
    const found = replayed.get(factId)
    const scheduled = found?.scheduled.get(id) ?? false
    const { stability, expected } = found?.tested.get(id) ?? { stability: null, expected: null }
    const isSame = row.scheduled === scheduled && row.stability === stability && row.expected === expected
    return isSame ? [] : [{ id, scheduled, stability, expected }]
  })
  if (changed.length === 0) return
  await run(
    'mark-scheduled',
    Prisma.sql`
      UPDATE "Review" r SET "scheduled" = c."scheduled", "stability" = c."stability", "expected" = c."expected"
      FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
        AS c("id" uuid, "scheduled" boolean, "stability" float8, "expected" float8)
      WHERE r."learnerId" = ${learnerId}::uuid AND r."id" = c."id"`,
  )
}

/** A learner's rows as the log that memories are made of, each with the parameters that it was made under. */
export async function loggedReviews(
  run: Run,
  learnerId: string,
  rows: readonly Kept[],
): Promise<readonly LoggedReview[]> {
  const known = await weightsNamed(run, learnerId, rows)
  return rows.map(({ id, factId, source, rating, at, assisted, parameters, reversesId }) => {
    const read = readParameters(parameters, known)
    return { id, factId, source, rating: rating as Rating, at, assisted, parameters: read, reversesId }
  })
}

/** No query where nothing was fitted. */
async function weightsNamed(run: Run, learnerId: string, rows: readonly Kept[]): Promise<KnownWeights> {
  const ids = new Set(rows.flatMap(({ parameters }) => namedWeights(parameters) ?? []))
  if (ids.size === 0) return new Map()
  const found = await run(
    'fitted-weights',
    Prisma.sql`SELECT jsonb_object_agg("id", "weights") FROM "FittedWeights" WHERE "learnerId" = ${learnerId}::uuid`,
  )
  const weights: readonly [string, unknown][] = Object.entries(found ?? {})
  return new Map(weights.flatMap(([id, numbers]) => (areWeights(numbers) ? [[id, numbers] as const] : [])))
}
