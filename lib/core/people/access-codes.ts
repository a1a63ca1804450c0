/** A whole number from 0 to `below` - 1. */
export type RandomBelow = (below: number) => number

// Consonants only, so that no code spells a word; without the letters that sound or look most alike.
const LETTERS = 'CDFGHJKMNPRTVWXY'
const DIGITS = '23456789'
const HALF = 3

// Keys typed with the Cyrillic layout on, and zero for O, one for I: the place in the code says which is meant.
const AS_LETTER: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  '0': 'O',
  '1': 'I',
}
const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', О: '0', I: '1', L: '1' }

/** A new class code as it is stored: three letters and three digits, never three of a kind. */
export function makeClassCode(randomBelow: RandomBelow): string {
  for (;;) {
    const code = draw(LETTERS, randomBelow) + draw(DIGITS, randomBelow)
    if (!/(.)\1\1/.test(code)) return code
  }
}

function draw(alphabet: string, randomBelow: RandomBelow): string {
  return Array.from({ length: HALF }, () => alphabet[randomBelow(alphabet.length)] ?? '').join('')
}

/** As it is said and shown: `TOO427` is TOO-427. */
export function sayClassCode(code: string): string {
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`
}

/** Any case, with or without hyphen or spaces, in either keyboard layout; null when it cannot be a code. */
export function parseClassCode(typed: string): string | null {
  const signs = [
    ...typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\-‐-―_.]/g, ''),
  ]
  if (signs.length !== 2 * HALF) return null
  const code = signs.map((sign, at) => (at < HALF ? AS_LETTER : AS_DIGIT)[sign] ?? sign).join('')
  return /^[A-Z]{3}[0-9]{3}$/.test(code) ? code : null
}

// 16 consonants by 4 vowels: 6 bits a syllable, 48 bits a code. Easy to read aloud, hard to mistake for a word.
const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aeio'
const WORDS = 4
const SYLLABLES_PER_WORD = 2

/** A new personal return code, four short words: `tamo keri bidi nalo`. */
export function makeReturnCode(randomBelow: RandomBelow): string {
  return Array.from({ length: WORDS }, () => word(randomBelow)).join(' ')
}

function word(randomBelow: RandomBelow): string {
  return Array.from(
    { length: SYLLABLES_PER_WORD },
    () => sign(CONSONANTS, randomBelow) + sign(VOWELS, randomBelow),
  ).join('')
}

function sign(alphabet: string, randomBelow: RandomBelow): string {
  return alphabet[randomBelow(alphabet.length)] ?? ''
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
