import type { WrittenItem } from '../../lib/core/item/item'
import type { Bookkeeping } from './bookkeeping'

type Planted = { readonly item: WrittenItem; readonly kind: NonNullable<Bookkeeping['items'][number]['planted']> }

/**
 * The item, spoilt so that a careful reader must refuse it; null where it cannot surely be. `other` is of the same document
 * and proves something else.
 */
export function spoil(item: WrittenItem, other: WrittenItem): Planted | null {
  if (item.type === 'true-false') return withAnswer(item, item.key[0] === 'True' ? 'False' : 'True', 'wrong-key')
  const wrong = item.options.find((option) => !item.key.includes(option))
  if (item.type === 'choice' && wrong !== undefined) return withAnswer(item, wrong, 'wrong-key')
  const answer = other.key[0]
  const [key = ''] = item.key
  if (item.type === 'flashcard' && other.type === 'flashcard' && item.key.length === 1 && answer && answer !== key)
    return withAnswer(item, answer, 'wrong-answer')
  const quotes = new Set(item.evidence.map(({ quote }) => quote))
  if (other.evidence.some(({ quote }) => quotes.has(quote))) return null
  return { item: { ...item, evidence: other.evidence }, kind: 'wrong-evidence' }
}

/** Key, explanation and reasons tell the same wrong thing: only the document gives it away. */
function withAnswer(item: WrittenItem, answer: string, kind: Planted['kind']): Planted {
  const [key = ''] = item.key
  const reason = item.distractorReasons[answer]
  const { [answer]: _, ...reasons } = item.distractorReasons
  return {
    kind,
    item: {
      ...item,
      key: [answer],
      explanation: item.type === 'true-false' ? item.stem : item.explanation.replaceAll(key, () => answer),
      distractorReasons: reason === undefined ? reasons : { ...reasons, [key]: reason.replaceAll(answer, () => key) },
    },
  }
}
