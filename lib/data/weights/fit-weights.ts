import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import { lockLearner } from '@/lib/data/study/memory-rows'
import { db } from '@/lib/db'
import { type FitRejection, type FitResult, type FitTask, fitInWorker } from '@/lib/jobs/fit-in-worker'

type Fitted = Extract<FitResult, { kind: 'fitted' }>
export type FitOutcome =
  | Pick<Fitted, 'kind' | 'isBetter' | 'lossBefore' | 'lossAfter' | 'returns'>
  | Exclude<FitResult, { kind: 'fitted' }>
  | FitRejection

/** Whole facts up to so many reviews: their ids are random, so it is a fair sample, and more would teach little more. */
const MOST_REVIEWS = 100_000
const PAGE = 5_000

// On globalThis, because Next loads this module more than once in a process.
const held = globalThis as typeof globalThis & { bilimFitting?: Set<string> }

/**
 * Fits the weights of FSRS to the viewer's own reviews and, when they foresee held-out ones better, puts them in use for
 * the reviews to come. Memories are left as they are: each review keeps the weights that it was made under.
 */
export async function fitWeights(viewer: Viewer, now: Date): Promise<FitOutcome> {
  held.bilimFitting ??= new Set()
  if (held.bilimFitting.has(viewer.learnerId)) return { kind: 'rejected', reason: 'busy' }
  held.bilimFitting.add(viewer.learnerId)
  try {
    const result = await fitInWorker({ reviews: await readReviews(viewer.learnerId), before: viewer.weights })
    if (result.kind !== 'fitted') return result
    await keep(viewer, result, now)
    const { kind, isBetter, lossBefore, lossAfter, returns } = result
    return { kind, isBetter, lossBefore, lossAfter, returns }
  } finally {
    held.bilimFitting.delete(viewer.learnerId)
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
