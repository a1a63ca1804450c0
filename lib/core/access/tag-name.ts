import { TAG_CHARACTERS } from '../shared/input-limits'

/** A learner's own word for decks and facts, as it was typed but for spaces at its ends and in a row; null: it is none. */
export function readTagName(typed: string): string | null {
  const name = typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
  return name !== '' && name.length <= TAG_CHARACTERS ? name : null
}
