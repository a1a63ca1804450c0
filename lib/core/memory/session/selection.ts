/**
 * Which facts a session is made of, of one deck or of all that the learner studies:
 * `today` what is due and new within the daily limits; `forgotten` rated Again in the last seven study days; `new` never
 * seen, beyond the daily limit; `starred`; `tag` those with one of the learner's tags; `exam` what an exam asks
 * for today; `all` every fact there is.
 */
export type Selection = { readonly kind: 'today' } | Chosen

/** A selection other than the facts due today. */
export type Chosen =
  | { readonly kind: 'forgotten' | 'new' | 'starred' | 'exam' | 'all' }
  | { readonly kind: 'tag'; readonly name: string }

/** Before the name of a tag in an address. */
export const TAG = 'tag:'

/** The inverse of `WrittenSelection`; null: nothing to write. */
export function writeSelection(selection: Selection): string | null {
  if (selection.kind === 'today') return null
  return selection.kind === 'tag' ? `${TAG}${selection.name}` : selection.kind
}
