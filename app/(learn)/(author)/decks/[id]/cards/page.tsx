import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CardsByHand } from '@/components/cards/cards-by-hand'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { listCards } from '@/lib/data/authoring/list-cards'
import { openDeck } from '../../../../decks/[id]/open-deck'
import { CARD_ACTIONS } from '../../../../decks/new/card-actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { deck } = await openDeck((await params).id)
  return deck ? { title: deck.title } : {}
}

/** The cards of a deck without a document, for its author. */
export default async function DeckCardsPage({ params }: Props) {
  const { viewer, deck } = await openDeck((await params).id)
  if (!viewer || !deck?.mayEdit) notFound()
  if (!deck.isByHand) redirect(`/decks/${deck.id}/items`)
  const cards = await listCards(viewer, deck.id)
  return (
    <Page>
      <ClientMessages areas={['cards']}>
        <CardsByHand deckId={deck.id} title={deck.title} cards={cards} actions={CARD_ACTIONS} />
      </ClientMessages>
    </Page>
  )
}
