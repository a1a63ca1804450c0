import 'server-only'
import type { Rating } from '../../core/memory/scheduling/memory'
import { areWeights, type KnownWeights, namedWeights, readParameters } from '../../core/memory/scheduling/parameters'
import type { LoggedReview } from '../../core/memory/scheduling/replay'
import type { Tx } from '../../db'
import type { Review as Row } from '../../generated/prisma/client'

type Kept = Pick<Row, 'id' | 'factId' | 'source' | 'rating' | 'at' | 'assisted' | 'parameters' | 'reversesId'>

/** A learner's rows as the log that memories are made of, each with the parameters that it was made under. */
export async function loggedReviews(
  from: Pick<Tx, 'fittedWeights'>,
  learnerId: string,
  rows: readonly Kept[],
): Promise<readonly LoggedReview[]> {
  const known = await weightsNamed(from, learnerId, rows)
  return rows.map(({ id, factId, source, rating, at, assisted, parameters, reversesId }) => {
    const read = readParameters(parameters, known)
    return { id, factId, source, rating: rating as Rating, at, assisted, parameters: read, reversesId }
  })
}

/** No question to the database where nothing was fitted. */
async function weightsNamed(
  from: Pick<Tx, 'fittedWeights'>,
  learnerId: string,
  rows: readonly Kept[],
): Promise<KnownWeights> {
  const ids = new Set(rows.flatMap(({ parameters }) => namedWeights(parameters) ?? []))
  if (ids.size === 0) return new Map()
  const found = await from.fittedWeights.findMany({ where: { learnerId } })
  return new Map(found.flatMap(({ id, weights }) => (areWeights(weights) ? [[id, weights] as const] : [])))
}
