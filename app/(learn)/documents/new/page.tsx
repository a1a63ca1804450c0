import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewDocumentForm } from '@/components/import/new-document-form'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { cancelGenerationAction } from '../../decks/[id]/actions'
import { makeItems } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('document')
  return { title: t('new.title') }
}

export default async function NewDocumentPage() {
  const t = await getTranslations('document')
  return (
    <Page>
      <PageHead title={t('new.title')} meta={t('new.meta')} />
      <div className="mt-4 grid gap-x-12 gap-y-8 border-t pt-6 wide:grid-cols-[minmax(0,1fr)_20rem]">
        <ClientMessages areas={['document']}>
          <NewDocumentForm action={makeItems} stop={cancelGenerationAction} />
        </ClientMessages>
        <aside aria-labelledby="becomes" className="wide:border-s wide:ps-8">
          <h2 id="becomes" className="text-body">
            {t('new.asideTitle')}
          </h2>
          <ol className="mt-3 grid gap-3 text-label text-ink-muted">
            <li>{t('new.aside.facts')}</li>
            <li>{t('new.aside.items')}</li>
            <li>{t('new.aside.review')}</li>
          </ol>
          <p className="mt-4 border-t pt-4 text-label text-ink-muted">{t('new.aside.private')}</p>
        </aside>
      </div>
    </Page>
  )
}
