import { NAME_CHARACTERS, TAG_CHARACTERS } from '../shared/input-limits'

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

/** A learner's own word for decks and facts, as it was typed but for spaces at its ends and in a row; null: it is none. */
export function readTagName(typed: string): string | null {
  const name = typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
  return name !== '' && name.length <= TAG_CHARACTERS ? name : null
}
