import type { WrittenItem } from '../item/item'

import { contentWords, sharesRoot } from '../language/english/content-words'
import { isStatement } from '../question-types/registry'

import { type CheckFunction, finding } from './check-result'

/** R1: the quotes are the document's, and contain the words of the key. */
export const checkEvidence: CheckFunction = (item, context) => {
  if (item.evidence.length === 0) return [finding('no-evidence')]
  const moved = item.evidence.some(({ start, end, quote }) => end <= start || context.text.slice(start, end) !== quote)
  if (moved) return [finding('evidence-moved')]
  if (isStatement(item.type)) return []
  const words = contentWords(item.evidence.map(({ quote }) => quote).join(' '))
  const quoted = new Set(words)
  // A question may want another ending than the sentence has; a figure has none.
  const isQuoted = (word: string) =>
    quoted.has(word) || (!/\d/.test(word) && words.some((twin) => sharesRoot(word, twin)))
  return item.key.flatMap((key, n) => (isShown(item, n, isQuoted) ? [] : [finding('not-in-evidence', { key })]))
}

function isShown(item: WrittenItem, n: number, isQuoted: (word: string) => boolean): boolean {
  const spellings = [(item.key[n] ?? '').replace(' → ', ' '), ...(item.accepted[n] ?? [])]
  if (spellings.some((spelling) => contentWords(spelling).every(isQuoted))) return true
  return item.key.length === 1 && spellings.some((spelling) => spelling === String(listed(item)))
}

/** How many list members the evidence shows, where a count is asked. */
function listed(item: WrittenItem): number {
  const quote = item.evidence[0]?.quote ?? ''
  const lines = quote.split('\n').filter((line) => /^\s*(?:[•◦▪‣·●○–—*-]|\(?\d{1,2}[.):])\s/.test(line)).length
  return lines > 0 ? lines : quote.split(/,\s*(?:and\s|or\s)?|\s(?:and|or)\s/).length
}

/** R13: a false statement differs from everything that the document says; a true–false item has one of the two keys. */
export const checkFalsity: CheckFunction = (item, context) => {
  if (!isStatement(item.type)) return []
  const key = item.key[0]
  if (item.key.length !== 1 || (key !== 'True' && key !== 'False')) return [finding('true-or-false')]
  if (key === 'False' && (context.sentences?.has(item.stem) ?? context.text.includes(item.stem.replace(/\.$/, ''))))
    return [finding('not-false')]
  return []
}
