import { checkItem } from '@/lib/core/check/check-item'
import type { Objection } from '@/lib/core/check/finding'
import { type Item, writeItem } from '@/lib/core/item/item'
import { reword } from '@/lib/core/item/reword'
import type { Edit } from '@/lib/core/question-types/question-type'
import type { ReviewDocument, ReviewItem } from './review-types'

/** The engine's own lint, in the browser; the server asks it again when saving, with the whole document at hand. */
export function lintWords(document: ReviewDocument, item: ReviewItem, words: Edit): readonly Objection[] {
  const { answer } = item
  const reworded = answer && reword({ ...answer, stem: item.stem }, words)
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

/** Of a long document only a stretch is at hand: evidence is put in front of it, wherever it stands. */
function withEvidence(stretch: string, quotes: Item['evidence']): Pick<Item, 'evidence'> & { text: string } {
  let text = ''
  const evidence = quotes.map(({ quote }) => {
    const start = text.length
    text += `${quote}\n`
    return { start, end: start + quote.length, quote }
  })
  return { text: text + stretch, evidence }
}
