import { lintItem } from '@/lib/core/check/check-item'
import type { Objection } from '@/lib/core/check/finding'
import type { Item } from '@/lib/core/item/item'
import { rightOptions } from '@/lib/core/item/pairs'
import type { Words } from './edit-words'
import type { ReviewDocument, ReviewItem } from './review-types'

/** The engine's own lint, in the browser; the server asks it again when saving, with the whole document at hand. */
export function lintWords(
  document: ReviewDocument,
  item: ReviewItem,
  { stem, key, wrong }: Words,
): readonly Objection[] {
  if (!item.answer || stem.trim() === '' || key.length === 0) return []
  const { text, evidence } = withProofs(document.text, item.answer.evidence)
  const edited: Item = {
    id: item.id,
    type: item.type,
    tier: item.tier,
    factIds: [],
    stem,
    key,
    options: item.options.length > 0 ? [...rightOptions({ ...item, key }), ...wrong] : [],
    accepted: key.map((entry) => item.answer?.accepted[item.answer.key.indexOf(entry)] ?? []),
    explanation: '',
    distractorReasons: {},
    distractorProofs: {},
    evidence,
  }
  const headings = document.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ span }) => document.text.slice(span.start, span.end))
  const { title } = document
  return lintItem(edited, { text, title, headings, stems: [] })
}

/** Of a long document only a stretch is at hand: proofs are put in front of it, wherever they stand. */
function withProofs(stretch: string, proofs: Item['evidence']): Pick<Item, 'evidence'> & { text: string } {
  let text = ''
  const evidence = proofs.map(({ quote }) => {
    const start = text.length
    text += `${quote}\n`
    return { start, end: start + quote.length, quote }
  })
  return { text: text + stretch, evidence }
}
