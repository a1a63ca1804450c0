import type { Item } from '../item/item'
import { contentWords } from '../language/english/content-words'
import { type Judge, objection } from './finding'

/** R1: the quotes are the document's, and the key's words stand in them. */
export const judgeEvidence: Judge = (item, context) => {
  if (item.evidence.length === 0) return [objection('no-proof')]
  const moved = item.evidence.some(({ start, end, quote }) => end <= start || context.text.slice(start, end) !== quote)
  if (moved) return [objection('proof-moved')]
  if (item.type === 'true-false') return []
  const quoted = new Set(contentWords(item.evidence.map(({ quote }) => quote).join(' ')))
  return item.key.flatMap((key, n) => (proven(item, n, quoted) ? [] : [objection('not-in-proof', { key })]))
}

function proven(item: Item, n: number, quoted: ReadonlySet<string>): boolean {
  const spellings = [(item.key[n] ?? '').replace(' → ', ' '), ...(item.accepted[n] ?? [])]
  if (spellings.some((spelling) => contentWords(spelling).every((word) => quoted.has(word)))) return true
  return item.key.length === 1 && spellings.some((spelling) => spelling === String(listed(item)))
}

/** How many list members the proof shows, where a count is asked. */
function listed(item: Item): number {
  const quote = item.evidence[0]?.quote ?? ''
  const lines = quote.split('\n').filter((line) => /^\s*(?:[•◦▪‣·●○–—*-]|\(?\d{1,2}[.):])\s/.test(line)).length
  return lines > 0 ? lines : quote.split(/,\s*(?:and\s|or\s)?|\s(?:and|or)\s/).length
}
