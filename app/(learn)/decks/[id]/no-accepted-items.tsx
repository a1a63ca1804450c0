import { getTranslations } from 'next-intl/server'
import { itemsAddress } from '@/components/items/items-query'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { minutesToCheck, type UnacceptedItems } from '@/lib/core/item/unaccepted-items'

type Props = { deckId: string; unacceptedItems: Exclude<UnacceptedItems, { kind: 'none' }>; title?: string }

/** Shown when all items need review, with a link for their author. */
export async function NoAcceptedItems({ deckId, unacceptedItems, title }: Props) {
  const t = await getTranslations('common.toReview')
  const head = title ?? t('title')
  if (unacceptedItems.kind === 'unreviewed') return <EmptyState title={head}>{t('unreviewed')}</EmptyState>
  const { items } = unacceptedItems
  const action = (
    <ButtonLink variant="primary" href={itemsAddress(deckId, { show: 'to-check' })}>
      {t('action')}
    </ButtonLink>
  )
  return (
    <EmptyState title={head} action={action}>
      <p>{t('items', { count: items, minutes: minutesToCheck(items) })}</p>
      <p>{t('then')}</p>
    </EmptyState>
  )
}
