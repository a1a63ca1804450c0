import type { Judge } from './finding'

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
]

/** R8: written as a sentence: capital, one final mark, balanced quotes and brackets, nothing doubled. */
export const judgeGrammar: Judge = (item) => {
  const stem = item.stem.trim()
  const found: string[] = []
  if (!/^["“‘'(]?[\p{Lu}\p{N}_]/u.test(stem)) found.push('It does not begin with a capital letter.')
  if (!/[.?!:]["”’)]?$/.test(stem)) found.push('It does not end with a full stop or a question mark.')
  if (/[.?!,;:]{2,}["”’]?$/.test(stem.replace(/\.\.\.$|…$/, '.'))) found.push('It ends with more than one mark.')
  if (unbalanced(stem) || item.options.some(unbalanced) || item.key.some(unbalanced))
    found.push('A quotation mark or bracket has no partner.')
  if (/\b(\p{L}+) \1\b/iu.test(stem.replace(/\b(?:that that|had had)\b/gi, ''))) found.push('A word is written twice.')
  if (/\s[,.;:?!]|,,|\s{2}/.test(stem.replaceAll('_', 'x'))) found.push('Spaces and marks are out of order.')
  if (
    /^(?:What|Who|Whom|Which|When|Where|Why|How)\b/.test(stem) &&
    item.type !== 'true-false' &&
    !/\?["”’)]?$/.test(stem) &&
    !stem.includes('_____')
  ) {
    found.push('A question ends with a question mark.')
  }
  return found
}

function unbalanced(text: string): boolean {
  if (!/["“”()[\]]/.test(text)) return false
  const count = (mark: string) => text.split(mark).length - 1
  return count('"') % 2 === 1 || PAIRS.some(([open, close]) => count(open) !== count(close))
}
