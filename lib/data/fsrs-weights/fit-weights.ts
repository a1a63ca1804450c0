import 'server-only'
import { NEEDED_RETURNS } from '@/lib/core/memory/scheduling/fit-weights'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { Viewer } from '@/lib/core/people/viewer'
import { lockLearner } from '@/lib/data/memories/memory-rows'
import { db } from '@/lib/db'
import {
  type FitRejection,
  type FitResult,
  type FitTask,
  fitWeightsInWorker,
} from '@/lib/workers/fit-weights-in-worker'
import { DAY_MS } from '../../core/shared/time'

type Fitted = Extract<FitResult, { kind: 'fitted' }>
export type FitOutcome =
  | Pick<Fitted, 'kind' | 'isBetter' | 'lossBefore' | 'lossAfter' | 'returns'>
  | Exclude<FitResult, { kind: 'fitted' }>
  | FitRejection

/** Whole facts up to so many reviews: their ids are random, so it is a fair sample, and more would teach little more. */
const MOST_REVIEWS = 100_000
const PAGE = 5_000

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bilimWeightFits?: Set<string> }

/**
 * Fits the weights of FSRS to the viewer's own reviews and, when they foresee held-out ones better, puts them in use for
 * the reviews to come. Memories are left as they are: each review keeps the weights that it was made under.
 */
export async function fitWeights(viewer: Viewer, now: Date): Promise<FitOutcome> {
  shared.bilimWeightFits ??= new Set()
  if (shared.bilimWeightFits.has(viewer.learnerId)) return { kind: 'rejected', reason: 'busy' }
  shared.bilimWeightFits.add(viewer.learnerId)
  try {
    const result = await fitWeightsInWorker({ reviews: await readReviews(viewer.learnerId), before: viewer.weights })
    if (result.kind !== 'fitted') return result
    await keep(viewer, result, now)
    const { kind, isBetter, lossBefore, lossAfter, returns } = result
    return { kind, isBetter, lossBefore, lossAfter, returns }
  } finally {
    shared.bilimWeightFits.delete(viewer.learnerId)
  }
}

async function keep({ learnerId }: Viewer, fitted: Fitted, now: Date): Promise<void> {
  const { isBetter, lossBefore, lossAfter, returns } = fitted
  await db().$transaction(async (tx) => {
    await lockLearner(tx, learnerId)
    if (isBetter) await tx.fittedWeights.updateMany({ where: { learnerId, inUse: true }, data: { inUse: false } })
    await tx.fittedWeights.create({
      data: {
        ...{ learnerId, weights: [...fitted.numbers], reviews: returns, lossBefore, lossAfter },
        ...{ inUse: isBetter, fittedAt: now },
      },
    })
  })
}

type Read = FitTask['reviews'][number]

async function readReviews(learnerId: string): Promise<readonly Read[]> {
  const read: Read[] = []
  while (read.length < MOST_REVIEWS) {
    const page = await readPage(learnerId, read.at(-1)?.factId ?? null)
    read.push(...page)
    if (page.length === 0) break
  }
  return read
}

/** The next facts with all their reviews; of a single fact with more than a page, a page. */
async function readPage(learnerId: string, after: string | null): Promise<readonly Read[]> {
  const rows = await db().review.findMany({
    where: { learnerId, scheduled: true, ...(after ? { factId: { gt: after } } : {}) },
    orderBy: [{ factId: 'asc' }, { at: 'asc' }],
    take: PAGE,
    select: { factId: true, rating: true, at: true, parameters: true },
  })
  const read = rows.map((row): Read => ({ ...row, rating: row.rating as Rating }))
  const last = read.at(-1)?.factId
  if (read.length < PAGE || read[0]?.factId === last) return read
  // The last fact may go on behind the page: the next one begins with it.
  return read.filter(({ factId }) => factId !== last)
}

/** The defaults again, from the next review on. What was fitted is kept: reviews name it. */
export async function dropWeights({ learnerId }: Viewer): Promise<void> {
  await db().fittedWeights.updateMany({ where: { learnerId, inUse: true }, data: { inUse: false } })
}

/** One fit as the account shows it. */
export type Fit = {
  /** Responses on a later day that it was fitted to and judged by. */
  readonly reviews: number
  readonly lossBefore: number
  readonly lossAfter: number
  readonly fittedAt: Date
}

export type WeightsStatus = {
  /** Responses on a later day than the one before; counted up to what is needed. */
  readonly returns: number
  /** Days from the first review to the last. */
  readonly days: number
  readonly inUse: Fit | null
  /** The last one, when it is not in use: it was no better, or the viewer went back to the defaults. */
  readonly tried: Fit | null
}

/** Whether the viewer's reviews are enough to fit weights to, and what came of it so far. */
export async function findWeightsStatus(viewer: Viewer): Promise<WeightsStatus> {
  const { learnerId } = viewer
  const [returns, span, [last], inUse] = await Promise.all([
    countReturns(learnerId),
    db().review.aggregate({ where: { learnerId }, _min: { at: true }, _max: { at: true } }),
    db().fittedWeights.findMany({ where: { learnerId }, orderBy: { fittedAt: 'desc' }, take: 1 }),
    db().fittedWeights.findFirst({ where: { learnerId, inUse: true } }),
  ])
  const { _min: first, _max: latest } = span
  const days = first.at && latest.at ? Math.floor((latest.at.getTime() - first.at.getTime()) / DAY_MS) + 1 : 0
  return { returns, days, inUse: inUse && fitOf(inUse), tried: last && !last.inUse ? fitOf(last) : null }
}

/** What came more than a night after the review before it; the worker counts by study days, to the last one. */
async function countReturns(learnerId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ returns: number }[]>`
    SELECT count(*)::int AS "returns" FROM (
      SELECT 1 FROM "Review" r
      WHERE r."learnerId" = ${learnerId}::uuid AND r."scheduled"
        AND EXISTS (SELECT 1 FROM "Review" p
          WHERE p."learnerId" = r."learnerId" AND p."factId" = r."factId" AND p."scheduled" AND p."at" < r."at")
        AND NOT EXISTS (SELECT 1 FROM "Review" p
          WHERE p."learnerId" = r."learnerId" AND p."factId" = r."factId" AND p."scheduled"
            AND p."at" < r."at" AND p."at" >= r."at" - interval '8 hours')
      LIMIT ${NEEDED_RETURNS}
    ) found`
  return row?.returns ?? 0
}

function fitOf({ reviews, lossBefore, lossAfter, fittedAt }: Fit): Fit {
  return { reviews, lossBefore, lossAfter, fittedAt }
}
