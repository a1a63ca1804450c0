/** What a learner answered to one question. */
export type Response =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'multiple'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  /** One option a prompt, in the order of the prompts; empty where none was chosen. */
  | { readonly kind: 'pairs'; readonly chosen: readonly string[] }
  /** Every entry of an ordering, first to last. */
  | { readonly kind: 'order'; readonly entries: readonly string[] }

/** Unanswered is not wrong, and invalid (an option that was never offered) is neither. */
export type Score =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** `points` from 0 to 1; `perKey` says for each key entry whether it was given. */
  | { readonly kind: 'graded'; readonly points: number; readonly correct: boolean; readonly perKey: readonly boolean[] }

/** Each key entry is worth its share. */
export function graded(perKey: readonly boolean[]): Score {
  const right = perKey.filter(Boolean).length
  return { kind: 'graded', points: right / perKey.length, correct: right === perKey.length, perKey }
}

export function invalid(reason: string): Score {
  return { kind: 'invalid', reason }
}
