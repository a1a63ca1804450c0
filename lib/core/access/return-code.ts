import type { Dice } from './class-code'

// 16 consonants by 4 vowels: 6 bits a syllable, 48 bits a code. Easy to read aloud, hard to mistake for a word.
const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aeio'
const WORDS = 4
const SYLLABLES_PER_WORD = 2

/** A new personal return code, four short words: `tamo keri bidi nalo`. */
export function makeReturnCode(dice: Dice): string {
  return Array.from({ length: WORDS }, () => word(dice)).join(' ')
}

function word(dice: Dice): string {
  return Array.from({ length: SYLLABLES_PER_WORD }, () => sign(CONSONANTS, dice) + sign(VOWELS, dice)).join('')
}

function sign(alphabet: string, dice: Dice): string {
  return alphabet[dice(alphabet.length)] ?? ''
}

/** The code with its words set apart by one space, whatever stood between them; null when it cannot be one. */
export function parseReturnCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const syllable = `[${CONSONANTS}][${VOWELS}]`
  if (!new RegExp(`^(?:${syllable}){${WORDS * SYLLABLES_PER_WORD}}$`).test(letters)) return null
  return (letters.match(new RegExp(`.{${2 * SYLLABLES_PER_WORD}}`, 'g')) ?? []).join(' ')
}
