import { franc } from 'franc-min'

// Trigram statistics are a guess below this many letters.
const ENOUGH_LETTERS = 120
const SAMPLE_CHARACTERS = 20_000

/** ISO 639-3 of the language the text is written in, `und` when there is too little to tell. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < ENOUGH_LETTERS) return /[^\p{Script=Latin}\p{P}\p{N}\p{S}\s\p{M}]/u.test(sample) ? other(sample) : 'und'
  return franc(sample)
}

/** Another script than Latin in most letters is told at once, by whatever franc makes of it. */
function other(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  return latin * 2 >= letters ? 'und' : franc(sample, { minLength: 3 })
}
