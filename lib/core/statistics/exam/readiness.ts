import { shownRecall } from '../../memory/scheduling/mastery'
import type { Memory } from '../../memory/scheduling/memory'
import type { MemoryParameters } from '../../memory/scheduling/parameters'
import { type Exam, examMoment } from '../../memory/session/select-for-exam'
import { meanRecall } from '../predicted-recall'
import { ninetyPercentOf } from './poisson-binomial'

/** Shares of a deck's facts, 0 to 1. */
export type Readiness = {
  /** Expected to be recalled; facts not seen, or failed last, count 0. */
  readonly share: number
  /** In nine of ten exams the share recalled lies between these, if the facts are recalled independently. */
  readonly low: number
  readonly high: number
}

export function readinessOf(chances: readonly number[]): Readiness {
  const { low, high } = ninetyPercentOf(chances)
  const of = (count: number) => (chances.length === 0 ? 0 : count / chances.length)
  const share = meanRecall(chances)
  // Counts are whole and the share is not: of facts that are nearly certain it may lie beside all likely counts.
  return { share, low: Math.min(share, of(low)), high: Math.max(share, of(high)) }
}

/** As things stand now. */
export function readinessNow(
  memories: readonly Memory[],
  now: Date,
  { weights }: Pick<MemoryParameters, 'weights'>,
): Readiness {
  return readinessOf(memories.map((memory) => shownRecall(memory, now, weights)))
}

/** On the day, if nothing more is done. */
export function readinessIfIdle(
  memories: readonly Memory[],
  exam: Exam,
  now: Date,
  parameters: MemoryParameters,
): Readiness {
  const at = examMoment(exam, parameters.timeZone)
  return readinessNow(memories, at > now ? at : now, parameters)
}
