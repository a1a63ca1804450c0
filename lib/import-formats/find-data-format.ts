/** Formats of data and of pages, whose characters are text and that are no prose for all that. */
export type DataFormat = 'JSON' | 'HTML' | 'XML' | 'CSV' | 'GIFT'

const SAMPLE_CHARACTERS = 20_000

const BY_NAME: readonly (readonly [RegExp, DataFormat])[] = [
  [/\.jsonl?$/i, 'JSON'],
  [/\.x?html?$/i, 'HTML'],
  [/\.xml$/i, 'XML'],
  [/\.[ct]sv$/i, 'CSV'],
  [/\.gift$/i, 'GIFT'],
]

/** Which of them a text is in, by the name of its file or by what it holds; null for prose and Markdown. */
export function findDataFormat(text: string, fileName: string): DataFormat | null {
  const named = BY_NAME.find(([name]) => name.test(fileName))
  if (named) return named[1]
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  if (/^\s*<\?xml\b/i.test(sample)) return 'XML'
  if (isHtml(sample)) return 'HTML'
  if (isJson(text)) return 'JSON'
  if (isGift(sample)) return 'GIFT'
  return isTable(linesOf(sample)) ? 'CSV' : null
}

// Markdown may hold some tags among its words.
const ENOUGH_TAGS = 20
const WORDS_A_TAG = 15

function isHtml(sample: string): boolean {
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(sample)) return true
  const closing = sample.match(/<\/[a-z][a-z0-9]*>/gi)?.length ?? 0
  return closing >= ENOUGH_TAGS && closing * WORDS_A_TAG >= sample.split(/\s+/).length
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  const [first = '', second = ''] = linesOf(text.slice(0, SAMPLE_CHARACTERS))
  // A value a line, as logs and data sets are written.
  return parses(text) || (/^\{/.test(second) && parses(first) && parses(second))
}

function parses(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

// Moodle's format: titles between colons, and answers in braces with a mark on each. Braces right after a word or a sign of
// LaTeX, as in \text{~if~}, and an empty {=} are no answers.
const GIFT_MARKS = /^[ \t]*::[^:\n]+::|(?<![\p{L}\p{N}^_}\\])\{\s*[=~](?!\s*\})/gmu

const isGift = (sample: string): boolean => (sample.match(GIFT_MARKS)?.length ?? 0) > 1

const ENOUGH_LINES = 5
const ALIKE = 0.9
const MOST_SENTENCES = 0.2
// Every line of a poem may have one comma.
const SEPARATORS = [
  ['\t', 1],
  [';', 1],
  [',', 2],
] as const

/** As many separators on nearly every line, and few lines that are sentences or entries of a list. */
function isTable(lines: readonly string[]): boolean {
  if (lines.length < ENOUGH_LINES) return false
  const prose = lines.filter((line) => /[.!?]["”’)]?$|^(?:[-*•]|\d+[.)])\s/.test(line)).length
  if (prose > MOST_SENTENCES * lines.length) return false
  return SEPARATORS.some(([mark, least]) => {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(mark).length - 1)
    const usual = counts[0] ?? 0
    const alike = counts.filter((count) => count === usual).length
    return usual >= least && alike >= ALIKE * lines.length
  })
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
