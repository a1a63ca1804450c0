import { useTranslations } from 'next-intl'
import { write } from '@/lib/core/question-types/registry'
import { itemComponents } from '../question-types/registry'
import type { ReviewItem } from './review-types'

/** The key and what is offered beside it; for whoever answers later, only what may be seen before. */
export function ItemAnswer({ item }: { item: ReviewItem }) {
  const t = useTranslations('items.row')
  const { answer, options, status } = item
  if (!answer) {
    const offered = options.length > 0 ? t('options', { options: options.join('; ') }) : t('hidden')
    return <p className="text-label text-ink-muted">{offered}</p>
  }
  const { Key } = itemComponents(answer.type)
  return <Key written={write(answer)} isRejected={status === 'rejected'} />
}
