import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'

/** Rendered below the site header of the layout, or of `app/not-found.tsx` where there is no layout. */
export async function NotFoundPage() {
  const t = await getTranslations('common')
  return (
    <Page>
      <PageHead title={t('notFound.title')} />
      <EmptyState
        action={
          <ButtonLink href="/" variant="primary">
            {t('notFound.home')}
          </ButtonLink>
        }
      >
        <p>{t('notFound.body')}</p>
      </EmptyState>
    </Page>
  )
}
