import { checkItem } from '@/lib/core/check/check-item'
import type { CheckFinding } from '@/lib/core/check/check-result'
import { type Item, writeItem } from '@/lib/core/item/item'
import { reword } from '@/lib/core/item/reword'
import type { Edit } from '@/lib/core/question-types/question-type'
import type { ListedDocument, ListedItem } from './items-types'

/** The engine's checks on an edit that is not saved yet. The server runs them again with the whole document. */
export function itemWarnings(document: ListedDocument, item: ListedItem, edit: Edit): readonly CheckFinding[] {
  const { answer } = item
  const reworded = answer && reword({ ...answer, stem: item.stem }, edit)
  if (!reworded || reworded.kind === 'rejected') return []
  const { text, evidence } = withEvidence(document.text, answer.evidence)
  const { id, tier } = item
  const edited = writeItem({ ...reworded.item, id, tier, factIds: [], explanation: '', evidence })
  const headings = document.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ span }) => document.text.slice(span.start, span.end))
  const { title } = document
  return checkItem(edited, { text, title, headings, stems: [] })
}

/** Of a long document the browser has only a stretch, so the quotes are put in front of it. */
function withEvidence(stretch: string, quotes: Item['evidence']): Pick<Item, 'evidence'> & { text: string } {
  let text = ''
  const evidence = quotes.map(({ quote }) => {
    const start = text.length
    text += `${quote}\n`
    return { start, end: start + quote.length, quote }
  })
  return { text: text + stretch, evidence }
}
