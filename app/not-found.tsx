import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Masthead } from '@/components/ui/masthead'
import { Page, PageHead } from '@/components/ui/page'
import { getViewer } from '@/lib/session'

export default async function NotFound() {
  const [viewer, t] = await Promise.all([getViewer(), getTranslations('common')])
  return (
    <>
      <Masthead viewer={viewer} />
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
    </>
  )
}
