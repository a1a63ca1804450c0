import { getTranslations } from 'next-intl/server'
import { itemsAddress } from '@/components/items/items-query'
import { ButtonLink } from '@/components/ui/button'
import { minutesToCheck, type UnacceptedItems } from '@/lib/core/item/unaccepted-items'

type Props = { deckId: string; unacceptedItems: UnacceptedItems }

/** How many questions wait for their author, and how long checking them takes. */
export async function ToCheckLine({ deckId, unacceptedItems }: Props) {
  if (unacceptedItems.kind !== 'to-review') return null
  const t = await getTranslations('common.toReview')
  const { items } = unacceptedItems
  return (
    <p className="flex items-center justify-between gap-x-4 border-y py-2 text-label">
      <span>
        <b className="font-semibold">{t('more', { count: items })}</b>{' '}
        <span className="text-ink-muted">{t('about', { minutes: minutesToCheck(items) })}</span>
      </span>
      <ButtonLink
        variant="bare"
        size="slim"
        className="-me-4 flex-none"
        href={itemsAddress(deckId, { show: 'to-check' })}
      >
        {t('action')}
      </ButtonLink>
    </p>
  )
}
