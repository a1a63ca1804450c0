import { z } from 'zod'

// A word or two; it has to stand in an address and on a phone.
export const MOST_TAG_CHARACTERS = 40

/** A learner's own word for decks and facts, as it was typed but for spaces at its ends and in a row. */
export const TagName = z
  .string()
  .transform((typed) =>
    typed
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(MOST_TAG_CHARACTERS))
