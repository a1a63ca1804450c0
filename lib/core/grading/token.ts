/**
 * One piece of a typed answer. `exact` pieces (numbers, ordinals, months, ranges) are never forgiven a slip that makes
 * another of them; `said` is the piece as it was written, for measuring slips.
 */
export type Token = { readonly kind: 'word' | 'exact' | 'article'; readonly value: string; readonly said: string }

export function exact(value: string, said: string): Token {
  return { kind: 'exact', value, said }
}

/** Between two numbers: "1999–2000". */
export const DASH = exact('–', '–')
