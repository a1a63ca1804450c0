import { checkItem } from '@/lib/core/check/check-item'
import type { CheckFinding } from '@/lib/core/check/check-result'
import { type Composition, compose } from '@/lib/core/item/compose'
import { writeItem } from '@/lib/core/item/item'
import type { EditFault } from '@/lib/core/question-types/question-type'
import type { ListedDocument } from './items-types'

/** What speaks against an item that is not saved yet: what it lacks, or what the checks find. */
export type EditWarnings = { readonly fault: EditFault | null; readonly findings: readonly CheckFinding[] }

/** The same checks as on what is generated. `quotes` prove the item. The server runs them again with the whole document. */
export function editWarnings(document: ListedDocument, written: Composition, quotes: readonly string[]): EditWarnings {
  const composed = compose(written, 0)
  if (composed.kind === 'rejected') return { fault: composed.reason, findings: [] }
  const { text, evidence } = withEvidence(document, quotes)
  const headings = document.parts.flatMap((part) =>
    part.blocks.flatMap((block) => (block.kind === 'heading' ? [wordsAt(part, block.span)] : [])),
  )
  const item = writeItem({ ...composed.item, id: '', tier: 'A', factIds: [], explanation: '', evidence })
  const context = { text, title: document.title, headings, stems: [] }
  // A card that is written by hand has no document that could prove it.
  const findings = checkItem(item, context).filter(({ check }) => check !== 'R1' || quotes.length > 0)
  return { fault: null, findings }
}

/** The words of a part at a span of the document. */
export function wordsAt(
  { text, start }: { readonly text: string; readonly start: number },
  span: { readonly start: number; readonly end: number },
): string {
  return text.slice(span.start - start, span.end - start)
}

/** Of a long document the browser has only parts, so the quotes are put in front of them. */
function withEvidence({ parts }: ListedDocument, quotes: readonly string[]) {
  let text = ''
  const evidence = quotes.map((quote) => {
    const start = text.length
    text += `${quote}\n`
    return { start, end: start + quote.length, quote }
  })
  return { text: text + parts.map((part) => part.text).join('\n'), evidence }
}
