import { isEnoughToTell } from './enough-to-tell'

/** What is known of one learner and one fact that the learner has met. */
export type CellEvidence = {
  /** The last answer or rating was wrong, or the fact is more likely forgotten than not. */
  readonly isLost: boolean
  readonly firstMet: Date
}

type FactToTeach = {
  /** Place among the facts, from 0. */
  readonly fact: number
  readonly met: number
  /** Of those who met it. */
  readonly lost: number
}

export type FactsToTeach =
  /** Most lost first. */
  | { readonly kind: 'facts'; readonly facts: readonly FactToTeach[] }
  /** `met` facts were met by half of the class, and none of them is lost by most. */
  | { readonly kind: 'none'; readonly met: number }
  | { readonly kind: 'too-early' }

const DAY_MS = 86_400_000
/** What one learner alone has met says nothing of a class. */
const FEWEST_LEARNERS = 2

/**
 * The facts that half of the class have met and most of those have lost. What was missed is said at once; that nothing is
 * lost is said only of enough answers that have had a day to be forgotten. `rows` has one entry a learner, with one a fact.
 */
export function factsToTeach(rows: readonly (readonly (CellEvidence | null)[])[], now: Date): FactsToTeach {
  const facts = (rows[0] ?? [])
    .map((_, fact) => ({ fact, cells: rows.flatMap((row) => row[fact] ?? []) }))
    .filter(({ cells }) => isMetByHalf(cells.length, rows.length))
  const lost = facts
    .map(({ fact, cells }) => ({ fact, met: cells.length, lost: cells.filter(({ isLost }) => isLost).length }))
    .filter((counted) => shareLost(counted) > 0.5)
    .sort((a, b) => shareLost(b) - shareLost(a) || b.lost - a.lost || a.fact - b.fact)
  if (lost.length > 0) return { kind: 'facts', facts: lost }
  const aDayOld = facts
    .flatMap(({ cells }) => cells)
    .filter(({ firstMet }) => now.getTime() - firstMet.getTime() >= DAY_MS)
  return isEnoughToTell(aDayOld.length) ? { kind: 'none', met: facts.length } : { kind: 'too-early' }
}

function isMetByHalf(met: number, learners: number): boolean {
  return met * 2 >= learners && met >= Math.min(FEWEST_LEARNERS, learners)
}

function shareLost({ lost, met }: FactToTeach): number {
  return lost / met
}
