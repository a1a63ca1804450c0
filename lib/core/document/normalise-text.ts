import { TITLE_CHARACTERS } from '../shared/input-limits'

// Zero-width characters and joiners that only confuse matching; U+00AD is the soft hyphen.
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this removes; tab and newline stay.
const CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g
const LONE_SURROGATES = /(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/g
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/**
 * The text as a document keeps it: NFC, `\n` line ends, no byte order mark, NUL, zero-width or other control
 * character, ordinary spaces only, no space before a line end, none at either end. Idempotent; never throws.
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u0085\u2028\u2029\f]/g, '\n')
    .replace(LONE_SURROGATES, '')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+/, '')
    .replace(/\s+$/, '')
}

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
