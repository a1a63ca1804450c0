import type { CheckFinding } from '@/lib/core/check/check-result'
import { isDoubt, judge } from '@/lib/core/check/judge-written'
import { type Composition, compose } from '@/lib/core/item/compose'
import { writeItem } from '@/lib/core/item/item'
import type { EditFault } from '@/lib/core/question-types/question-type'
import type { ListedDocument } from './items-types'

/** What speaks against an item that is not saved yet: what it lacks, or what the checks find. */
export type EditWarnings = { readonly fault: EditFault | null; readonly findings: readonly CheckFinding[] }

/**
 * The same checks as on what a model writes. `quotes` prove the item. The server runs them again with the whole document and the
 * other items of the deck.
 */
export function editWarnings(document: ListedDocument, written: Composition, quotes: readonly string[]): EditWarnings {
  const composed = compose(written, 0)
  if (composed.kind === 'rejected') return { fault: composed.reason, findings: [] }
  // A card that is written by hand has no document that could prove it.
  if (document.isByHand) return { fault: null, findings: [] }
  const { title, headings, language } = document
  const { text, evidence } = withEvidence(document, quotes)
  const item = writeItem({ ...composed.item, id: '', tier: 'A', factIds: [], explanation: quotes.join(' '), evidence })
  return { fault: null, findings: judge(item, { text, title, headings, language, stems: [] }) }
}

/** Doubts are told; what else the checks find is saved only on purpose. */
export const mustConfirm = ({ findings }: EditWarnings): boolean => findings.some((found) => !isDoubt(found))

/** Of a long document the browser has only parts: a quote that is in none of them is put in front. */
function withEvidence({ parts }: ListedDocument, quotes: readonly string[]) {
  const sent = parts.map((part) => part.text).join('\n')
  const text = [...quotes.filter((quote) => !sent.includes(quote)), sent].join('\n')
  const evidence = quotes.map((quote) => {
    const start = text.indexOf(quote)
    return { start, end: start + quote.length, quote }
  })
  return { text, evidence }
}
