import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewDocumentForm } from '@/components/import/new-document-form'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { getViewer } from '@/lib/session'
import { cancelGenerationAction } from '../../decks/[id]/actions'
import { offeredModel } from '../offered-model'
import { makeItems } from './actions'

/** Endings of the files that lib/import-formats reads. */
const FORMATS = ['md', 'txt']

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('document')
  return { title: t('new.title') }
}

export default async function NewDocumentPage() {
  const viewer = await getViewer()
  const model = await offeredModel(viewer)
  return (
    <Page>
      <div className="mx-auto max-w-[47rem]">
        <ClientMessages areas={['document']}>
          <NewDocumentForm
            action={makeItems}
            stop={cancelGenerationAction}
            formats={FORMATS}
            model={model}
            isStranger={viewer === null}
          />
        </ClientMessages>
      </div>
    </Page>
  )
}
