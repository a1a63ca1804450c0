import { getTranslations } from 'next-intl/server'
import { itemsAddress } from '@/components/items/items-query'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { NeedsReview } from '@/lib/core/item/needs-review'

type Props = { deckId: string; needsReview: Exclude<NeedsReview, { kind: 'none' }>; title?: string }

/** Shown when all items need review, with a link for their author. */
export async function NoReviewedItems({ deckId, needsReview, title }: Props) {
  const t = await getTranslations('common.toReview')
  const head = title ?? t('title')
  if (needsReview.kind === 'unreviewed') return <EmptyState title={head}>{t('unreviewed')}</EmptyState>
  const action = <ButtonLink href={itemsAddress(deckId, { show: 'unreviewed' })}>{t('action')}</ButtonLink>
  return (
    <EmptyState title={head} action={action}>
      {t('items', { count: needsReview.items })}
    </EmptyState>
  )
}
