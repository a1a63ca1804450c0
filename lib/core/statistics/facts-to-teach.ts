import { DAY_MS } from '../shared/time'
import { hasEnoughObservations } from './minimum-observations'

/** What a class remembers of one fact: for each learner who has met it, whether they have lost it. */
export type MetFact = { readonly isLost: readonly boolean[] }

export type FactToTeach<Fact extends MetFact> = {
  readonly fact: Fact
  readonly met: number
  /** Of those who met it. */
  readonly lost: number
}

/** What one learner alone has met says nothing of a class. */
const FEWEST_LEARNERS = 2

/** The facts that half of the class have met and most of those have lost, most lost first; equal ones in the given order. */
export function factsToTeach<Fact extends MetFact>(facts: readonly Fact[], learners: number): FactToTeach<Fact>[] {
  return metByHalf(facts, learners)
    .map((fact) => ({ fact, met: fact.isLost.length, lost: fact.isLost.filter(Boolean).length }))
    .filter((counted) => shareLost(counted) > 0.5)
    .sort((a, b) => shareLost(b) - shareLost(a) || b.lost - a.lost)
}

/** The facts that say something of the class. */
export function metByHalf<Fact extends MetFact>(facts: readonly Fact[], learners: number): readonly Fact[] {
  return facts.filter(
    ({ isLost }) => isLost.length * 2 >= learners && isLost.length >= Math.min(FEWEST_LEARNERS, learners),
  )
}

/** A fact that was met more recently has not had the time to be forgotten. */
export const DAY_TO_FORGET_MS = DAY_MS

/**
 * That a fact is lost is said at once. That none is, only when enough learners have had a day to forget: `dayOld` counts, over
 * the facts that `metByHalf` names, the learners who met them that long ago.
 */
export function maySayNoneLost(dayOld: number): boolean {
  return hasEnoughObservations(dayOld)
}

function shareLost({ lost, met }: { readonly lost: number; readonly met: number }): number {
  return lost / met
}
