import { interleave } from './order-session'

/** What is needed of a memory to order it, so that rows of a table do. */
export type DueFact = { readonly stability: number; readonly lastReview: Date; readonly due: Date }

/** So many of a session's facts are the most forgotten ones, and come in between the others. */
const WEAK_SHARE = 1 / 3

/**
 * Which due facts come today when there are more than `limit`, and in which order. Taken are those that have been due
 * longest; the rest waits for tomorrow's limit. After a break this wins back most: to take the surest first lets the
 * weakest fade and brings the same facts round and round, to take the weakest first spends the days on them
 * (docs/decisions/0019 has the numbers). Among those taken the most forgotten come at even distances, so that nobody
 * begins with a row of failures. With `ORDER BY due LIMIT` done by the database the result is the same.
 */
export function orderDue<T extends DueFact>(facts: readonly T[], limit: number, now: Date): readonly T[] {
  const taken = [...facts].sort((one, other) => byDue(one, other) || byForgetting(now)(one, other)).slice(0, limit)
  const weakest = [...taken].sort(byForgetting(now)).slice(0, Math.floor(taken.length * WEAK_SHARE))
  const weak = new Set(weakest)
  const inPlace = (wanted: boolean) => taken.filter((fact) => weak.has(fact) === wanted)
  return interleave(inPlace(false), inPlace(true))
}

function byDue(one: DueFact, other: DueFact): number {
  return one.due.getTime() - other.due.getTime()
}

/** Recall falls with the time that has passed in units of stability, whatever the weights. */
function byForgetting(now: Date) {
  const forgotten = ({ lastReview, stability }: DueFact) => (now.getTime() - lastReview.getTime()) / stability
  return (one: DueFact, other: DueFact) => forgotten(other) - forgotten(one)
}
