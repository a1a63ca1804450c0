import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'

/** The same for a link that was taken back, a wrong one and one too many. */
export default async function NoSuchLink() {
  const t = await getTranslations('share.gone')
  return (
    <Page>
      <PageHead title={t('title')} />
      <EmptyState action={<ButtonLink href="/decks">{t('decks')}</ButtonLink>}>{t('body')}</EmptyState>
    </Page>
  )
}
