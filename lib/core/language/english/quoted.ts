import { lowerAt } from './at'
import type { Token } from './tagger'

const LONGEST_TERM = 6

/** Past the term in quotation marks that opens at `from` ("the term | “desirable difficulties”"); `from` when none does. */
export function quotedEnd(tokens: readonly Token[], from: number): number {
  const open = tokens[from]
  if (!open || !/^["“]$/.test(open.text) || tokens[from + 1]?.start !== open.end) return from
  for (let at = from + 2; at <= from + 1 + LONGEST_TERM; at++) {
    if (/^["”]$/.test(lowerAt(tokens, at))) return at + 1
  }
  return from
}
