import { z } from 'zod'
import { TAG_CHARACTERS } from '../../shared/input-limits'
import { type Selection, TAG } from './selection'

const KINDS = ['forgotten', 'new', 'starred', 'exam', 'all'] as const

/** As it stands in an address: `only=forgotten`, `only=tag:rivers`. Anything else is `today`. */
export const WrittenSelection = z
  .string()
  .max(TAG.length + TAG_CHARACTERS)
  .optional()
  .catch(undefined)
  .transform((written): Selection => {
    const kind = KINDS.find((known) => known === written)
    if (kind) return { kind }
    const name = written?.startsWith(TAG) ? written.slice(TAG.length).trim() : ''
    return name ? { kind: 'tag', name } : { kind: 'today' }
  })
