import { default_w } from 'ts-fsrs'

/** The numbers of FSRS-6 that a memory is computed with: those that fit most people, or those fitted to one learner's reviews. */
export type Weights =
  | { readonly kind: 'default' }
  | {
      readonly kind: 'fitted'
      /** Id of the row that keeps them; reviews name them by it. */
      readonly id: string
      readonly numbers: readonly number[]
    }

export const DEFAULT_WEIGHTS: Weights = { kind: 'default' }

const HOW_MANY = 21

export function numbersOf(weights: Weights): readonly number[] {
  return weights.kind === 'fitted' ? weights.numbers : default_w
}

/** Whether a stored value can be scheduled by. */
export function areWeights(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length === HOW_MANY && value.every((one) => Number.isFinite(one))
}
