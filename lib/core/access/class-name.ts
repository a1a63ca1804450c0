import { NAME_CHARACTERS } from '../shared/input-limits'

/** A name as it is kept: one line, single spaces, composed letters. Empty when nothing is left. */
export function tidyName(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, NAME_CHARACTERS).join('').trim()
}

/** Two learners of one class may not be taken for each other: same letters, whatever their case. */
export function sameName(left: string, right: string): boolean {
  return fold(left) === fold(right)
}

function fold(name: string): string {
  return tidyName(name).normalize('NFKC').toLocaleLowerCase('und')
}
