import { franc } from 'franc-min'

// Trigram statistics are a guess below this many letters.
const ENOUGH_LETTERS = 120
const SAMPLE_CHARACTERS = 20_000

/** ISO 639-3 of the language the text is written in, `und` when there is too little to tell. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  if (isPlainEnglish(sample)) return 'eng'
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters >= ENOUGH_LETTERS) return franc(sample)
  return /[^\p{Script=Latin}\p{P}\p{N}\p{S}\s\p{M}]/u.test(sample) ? other(sample) : 'und'
}

// As much as the trigram statistics look at.
const GLANCE_CHARACTERS = 2_048
const ENOUGH_WORDS = 60
const THE = 0.03
const SMALL_WORDS = 0.1

/** English tells itself by its smallest words, a hundred times as fast; in no other language does "the" occur that often. */
function isPlainEnglish(sample: string): boolean {
  const words =
    sample
      .slice(0, GLANCE_CHARACTERS)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const share = (...few: string[]) => words.filter((word) => few.includes(word)).length / words.length
  return words.length >= ENOUGH_WORDS && share('the') >= THE && share('the', 'of', 'and', 'to') >= SMALL_WORDS
}

/** Another script than Latin in most letters is told at once, by whatever franc makes of it. */
function other(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin * 2 >= letters ? 'und' : franc(sample, { minLength: 3 })
}
