import type { Verdict } from '../core/memory/fit'
import type { Rating } from '../core/memory/memory'
import type { Weights } from '../core/memory/weights'

/** A learner's reviews that moved a schedule, and the weights that new ones have to beat. */
export type FitJob = {
  readonly reviews: readonly {
    readonly factId: string
    readonly rating: Rating
    readonly at: Date
    /** As written beside the review: its study day is counted by them. */
    readonly parameters: string
  }[]
  readonly before: Weights
}

export type FitResult =
  | (Verdict & { readonly kind: 'fitted'; readonly numbers: readonly number[]; readonly returns: number })
  /** `returns`: responses on a later day than the one before; `days` that the reviews span. */
  | { readonly kind: 'too-few'; readonly returns: number; readonly days: number }
  /** There is no fitting on this machine: its part for this platform does not load. */
  | { readonly kind: 'unavailable'; readonly message: string }

export type FitMessage =
  | { readonly kind: 'result'; readonly result: FitResult }
  | { readonly kind: 'error'; readonly message: string }
