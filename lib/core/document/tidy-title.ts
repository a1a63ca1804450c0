import { TITLE_CHARACTERS } from '../shared/input-limits'
import { normaliseText } from './normalise-text'

/**
 * A title as it is kept: one line, single spaces, without control and direction characters, no longer than a title may be.
 * Empty when nothing is left.
 */
export function tidyTitle(typed: string): string {
  const line = normaliseText(typed).replace(/\s+/g, ' ').trim()
  const characters = [...line]
  if (characters.length <= TITLE_CHARACTERS) return line
  const cut = characters.slice(0, TITLE_CHARACTERS - 1).join('')
  return `${cut.trimEnd()}…`
}
