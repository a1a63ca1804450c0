import { z } from 'zod'
import { TAG_CHARACTERS } from '../../shared/input-limits'

/**
 * Which facts a session is made of, of one deck or of all that the learner studies:
 * `today` what is due and new within the daily limits; `forgotten` rated Again in the last seven study days; `new` never
 * seen, beyond the daily limit; `starred`; `tag` those under one of the learner's own words; `exam` what an exam asks
 * for today; `all` every fact there is.
 */
export type Selection = { readonly kind: 'today' } | Chosen

/** Apart from the day's work. */
export type Chosen =
  | { readonly kind: 'forgotten' | 'new' | 'starred' | 'exam' | 'all' }
  | { readonly kind: 'tag'; readonly name: string }

const KINDS = ['forgotten', 'new', 'starred', 'exam', 'all'] as const
const TAG = 'tag:'

/** As it stands in an address: `only=forgotten`, `only=tag:rivers`. What cannot be read is `today`. */
export const WrittenSelection = z
  .string()
  .max(TAG.length + TAG_CHARACTERS)
  .optional()
  .catch(undefined)
  .transform((written): Selection => {
    const kind = KINDS.find((one) => one === written)
    if (kind) return { kind }
    const name = written?.startsWith(TAG) ? written.slice(TAG.length).trim() : ''
    return name ? { kind: 'tag', name } : { kind: 'today' }
  })

/** The inverse of `WrittenSelection`; null: nothing to write. */
export function writeSelection(selection: Selection): string | null {
  if (selection.kind === 'today') return null
  return selection.kind === 'tag' ? `${TAG}${selection.name}` : selection.kind
}
