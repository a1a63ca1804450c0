import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page'
import { ReturnForm } from './return-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('class.return')
  return { title: t('title') }
}

/** The QR code of a return code opens this page with the code filled in. WelcomeDeck it alone signs nobody in. */
export default async function ReturnPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const t = await getTranslations('class.return')
  const { code } = await searchParams
  return (
    <>
      <PageHead title={t('title')} meta={t('lead')} />
      <div className="pt-3">
        <ReturnForm code={typeof code === 'string' ? code.replaceAll('-', ' ') : ''} isPrimary />
      </div>
      <p className="pt-6 text-label text-ink-muted">{t('lost')}</p>
    </>
  )
}
