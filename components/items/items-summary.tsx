import { useTranslations } from 'next-intl'
import type { Coverage } from './coverage'

type ItemsSummaryProps = {
  asked: Coverage
  /** Why the viewer cannot change them, as a key of messages/…/items.json. */
  kept: 'readOnly' | 'assignedOnly' | 'sharedOnly' | null
}

/** How much of the document the deck asks. */
export function ItemsSummary({ asked: { found, facts, items }, kept }: ItemsSummaryProps) {
  const t = useTranslations('items')
  const share = facts === 0 ? 'none' : facts === found ? 'all' : 'some'
  return (
    <p className="pt-4 pb-1 text-ink-muted">
      {t('asked', { share, found, facts, items })}
      {kept ? ` ${t(kept)}` : null}
    </p>
  )
}
