import { franc, francAll } from 'franc-min'
import { detectCyrillic } from './detect-cyrillic'

// Trigram statistics are a guess below this many letters.
const ENOUGH_LETTERS = 120
const SAMPLE_CHARACTERS = 20_000

/** Not English, and not certain enough to name. ISO 639-3 uses it for languages without a code. */
export const UNNAMED_LANGUAGE = 'mis'

/**
 * ISO 639-3 of the language the text is written in, `und` when there is too little to tell it from English, and `mis` when it is not English
 * and which language it is remains unsure.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  if (isPlainEnglish(sample)) return 'eng'
  const letters = count(sample, /\p{L}/gu)
  if (count(sample, /\p{Script=Latin}/gu) * 2 >= letters) {
    if (letters >= ENOUGH_LETTERS) return nameByTrigrams(sample)
    return isPlainlyForeign(sample, letters) ? UNNAMED_LANGUAGE : 'und'
  }
  // Another script than Latin is no English, however short the text.
  return count(sample, /\p{Script=Cyrillic}/gu) * 2 >= letters
    ? (detectCyrillic(sample) ?? UNNAMED_LANGUAGE)
    : nameByTrigrams(sample)
}

// Trigram scores of a language and its neighbours draw together as a text grows, so passages of one length are compared.
const PASSAGE_CHARACTERS = 160
const MOST_PASSAGES = 40
// Of 70 texts, those in languages that franc does not know are all nearer than this to its second guess.
const CLEAR_MARGIN = 0.1
// A single passage has no other to disagree with it: Russian in Latin letters can look like Malagasy.
const CLEAR_MARGIN_ALONE = 0.12
const ENOUGH_PASSAGES = 0.25

/** The statistics lack the languages that write these letters beside Turkish ones: Turkmen, Tatar and Kyrgyz in Latin letters. */
const NOT_TURKISH = /[äýňŋžəqwx]/giu
const MANY = 0.02

/** English is taken at its first place; another language only when passages name it clearly, and none of them another. */
function nameByTrigrams(sample: string): string {
  if (franc(sample) === 'eng') return 'eng'
  const passages = passagesOf(sample)
  const margin = passages.length > 1 ? CLEAR_MARGIN : CLEAR_MARGIN_ALONE
  const clear = passages.flatMap((passage) => {
    const [[first, score] = UNKNOWN, second] = francAll(passage, { minLength: 3 })
    return first !== 'und' && score - (second?.[1] ?? 0) >= margin ? [first] : []
  })
  const [first] = clear
  const isSure = clear.length >= ENOUGH_PASSAGES * passages.length && clear.every((name) => name === first)
  const isTurkish = first !== 'tur' || count(sample, NOT_TURKISH) < MANY * count(sample, /\p{L}/gu)
  return isSure && isTurkish && first ? first : UNNAMED_LANGUAGE
}
const UNKNOWN = ['und', 0] as const

function passagesOf(sample: string): readonly string[] {
  const most = Math.min(MOST_PASSAGES, Math.max(1, Math.floor(sample.length / PASSAGE_CHARACTERS)))
  return Array.from({ length: most }, (_, at) => sample.slice(at * PASSAGE_CHARACTERS, (at + 1) * PASSAGE_CHARACTERS))
}

// As much as the trigram statistics look at.
const GLANCE_CHARACTERS = 2_048
const ENOUGH_WORDS = 60
const THE = 0.03
const SMALL_WORDS = 0.1

/** English is recognised by its most frequent words, a hundred times as fast; no other language has "the" that often. */
function isPlainEnglish(sample: string): boolean {
  const words =
    sample
      .slice(0, GLANCE_CHARACTERS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const share = (...few: string[]) => words.filter((word) => few.includes(word)).length / words.length
  return words.length >= ENOUGH_WORDS && share('the') >= THE && share('the', 'of', 'and', 'to') >= SMALL_WORDS
}

const ENGLISH_WORD = /(?<!\p{L})(?:the|of|and|to|in|an?|is|are|was|were|for|by|on|with|from|that)(?!\p{L})/iu
const SENTENCE_LETTERS = 60

/** A sentence with many letters that English lacks and none of its small words; a name or two is not enough. */
const isPlainlyForeign = (sample: string, letters: number): boolean =>
  letters >= SENTENCE_LETTERS &&
  count(sample, /[^\p{ASCII}\P{L}]/gu) >= FOREIGN_LETTERS * letters &&
  !ENGLISH_WORD.test(sample)
const FOREIGN_LETTERS = 0.06

const count = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0
