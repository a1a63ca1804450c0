import { useTranslations } from 'next-intl'
import { ButtonLink } from '../ui/button'
import { type ItemsView, itemsAddress } from './items-query'

type ItemsPagerProps = {
  deckId: string
  view: ItemsView
  page: number
  pages: number
  /** First item of the next page, and of this one's predecessor the last. */
  before: string | null
  after: string | null
}

export function ItemsPager({ deckId, view, page, pages, before, after }: ItemsPagerProps) {
  const t = useTranslations('items.sections')
  if (pages < 2) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-between gap-3 border-t pt-5">
      <p className="text-label text-ink-muted">{t('page', { page, pages })}</p>
      <div className="flex flex-wrap gap-3">
        {before ? (
          <ButtonLink size="slim" prefetch={false} href={itemsAddress(deckId, { ...view, page: page - 1 })}>
            {t('previous')}
          </ButtonLink>
        ) : null}
        {after ? (
          <ButtonLink size="slim" prefetch={false} href={itemsAddress(deckId, { ...view, page: page + 1 })}>
            {t('next')}
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  )
}
