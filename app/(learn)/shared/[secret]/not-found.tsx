import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'

/** Shown alike for a revoked link, a wrong one and after too many attempts. */
export default async function NoSuchLink() {
  const t = await getTranslations('share.gone')
  return (
    <Page>
      <PageHead title={t('title')} />
      <EmptyState action={<ButtonLink href="/decks">{t('decks')}</ButtonLink>}>{t('body')}</EmptyState>
    </Page>
  )
}
