import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CardsByHand } from '@/components/cards/cards-by-hand'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { CARD_ACTIONS } from './card-actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cards')
  return { title: t('titleNew') }
}

/** A deck without a document. Its first card saves it and moves on to the address of its cards. */
export default function NewDeckPage() {
  return (
    <Page>
      <ClientMessages areas={['cards']}>
        <CardsByHand deckId={null} title="" cards={[]} actions={CARD_ACTIONS} />
      </ClientMessages>
    </Page>
  )
}
