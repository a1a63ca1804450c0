// A worker thread of `fit-weights-in-worker.ts`; bundled to .build/fit-weights-worker.mjs by scripts/build-worker.mjs.
import { randomUUID } from 'node:crypto'
import { enoughToFit, exercisesOf, type History, judge } from '../core/memory/scheduling/fit-weights'
import { readParameters, type Weights } from '../core/memory/scheduling/parameters'
import { groupByFact } from '../core/memory/scheduling/replay'
import { RELEARNING_STEPS_MINUTES } from '../core/memory/scheduling/scheduler'
import { studyDay } from '../core/memory/scheduling/study-day'
import type { FitResult, FitTask } from './fit-weights-in-worker'
import { workerTask } from './worker-task'

/** Fits on the earlier days and judges on the later ones. */
async function fit({ reviews, before }: FitTask): Promise<FitResult> {
  const histories = historiesOf(reviews)
  const enough = enoughToFit(histories)
  if (enough.kind === 'too-few') return enough
  const binding = await loadBinding()
  if (binding.kind === 'missing') return { kind: 'unavailable', message: binding.message }
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = binding.module
  const { heldOutFrom, returns } = enough
  const exercises = histories.flatMap((history) => exercisesOf(history, heldOutFrom))
  const items = exercises.map(
    (exercise) => new FSRSBindingItem(exercise.map(({ grade, days }) => new FSRSBindingReview(grade, days))),
  )
  const numbers = await computeParameters(items, {
    enableShortTerm: true,
    numRelearningSteps: RELEARNING_STEPS_MINUTES.length,
  })
  const after: Weights = { kind: 'fitted', id: randomUUID(), numbers }
  return { kind: 'fitted', numbers, returns, ...judge(histories, heldOutFrom, before, after) }
}

const NO_WEIGHTS = new Map<string, readonly number[]>()

function historiesOf(reviews: FitTask['reviews']): readonly History[] {
  return [...groupByFact(reviews).values()].map((factReviews) =>
    [...factReviews]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ at, rating, parameters }) => {
        const { timeZone, dayStartHour } = readParameters(parameters, NO_WEIGHTS)
        return { day: studyDay(at, timeZone, dayStartHour), rating }
      }),
  )
}

type Binding = typeof import('@open-spaced-repetition/binding')

/** Native code for the common platforms, WebAssembly for some others; on the rest fitting is not available. */
async function loadBinding(): Promise<{ kind: 'loaded'; module: Binding } | { kind: 'missing'; message: string }> {
  try {
    return { kind: 'loaded', module: await import('@open-spaced-repetition/binding') }
  } catch (error) {
    return { kind: 'missing', message: String(error) }
  }
}

export const run = workerTask<FitTask, never, FitResult>(fit)
