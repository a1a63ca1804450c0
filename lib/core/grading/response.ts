/** What a learner answered to one question. */
export type Response =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'multiple'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly texts: readonly string[] }

/** Unanswered is not wrong, and invalid (an option that was never offered) is neither. */
export type Score =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** `points` from 0 to 1; `perKey` says for each key entry whether it was given. */
  | { readonly kind: 'graded'; readonly points: number; readonly correct: boolean; readonly perKey: readonly boolean[] }
