import { type Judge, type Objection, objection } from './finding'

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
]

/** R8: written as a sentence: capital, one final mark, balanced quotes and brackets, nothing doubled. */
export const judgeGrammar: Judge = (item) => {
  const stem = item.stem.trim()
  const found: Objection[] = []
  if (!/^["“‘'(]?[\p{Lu}\p{N}_]/u.test(stem)) found.push(objection('no-capital'))
  if (!/[.?!:]["”’)]?$/.test(stem)) found.push(objection('no-end'))
  if (/[.?!,;:]{2,}["”’]?$/.test(stem.replace(/\.\.\.$|…$/, '.'))) found.push(objection('two-ends'))
  if (unbalanced(stem) || item.options.some(unbalanced) || item.key.some(unbalanced))
    found.push(objection('no-partner'))
  if (/\b(\p{L}+) \1\b/iu.test(stem.replace(/\b(?:that that|had had)\b/gi, ''))) found.push(objection('twice'))
  // "_____, was the first …": the comma that closed an aside stands between subject and verb.
  if (/\s[,.;:?!]|,,|\s{2}|^x+, (?:is|was|are|were|has|had|have)\b/.test(stem.replaceAll('_', 'x')))
    found.push(objection('spaces'))
  if (
    /^(?:What|Who|Whom|Which|When|Where|Why|How)\b/.test(stem) &&
    item.type !== 'true-false' &&
    !/\?["”’)]?$/.test(stem) &&
    !stem.includes('_____')
  ) {
    found.push(objection('no-question-mark'))
  }
  return found
}

function unbalanced(text: string): boolean {
  if (!/["“”()[\]]/.test(text)) return false
  const count = (mark: string) => text.split(mark).length - 1
  return count('"') % 2 === 1 || PAIRS.some(([open, close]) => count(open) !== count(close))
}
