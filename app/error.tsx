'use client'

import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Page, PageHead } from '@/components/ui/page'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  return (
    <Page>
      <PageHead title={t('error.title')} />
      <EmptyState
        action={
          <>
            <Button variant="primary" onClick={reset}>
              {t('error.again')}
            </Button>
            <ButtonLink href="/">{t('error.home')}</ButtonLink>
          </>
        }
      >
        <p role="alert">{t(error.digest ? 'error.body' : 'error.bodyHere')}</p>
        {error.digest ? <p className="mt-2 text-caption">{t('error.number', { digest: error.digest })}</p> : null}
      </EmptyState>
    </Page>
  )
}
