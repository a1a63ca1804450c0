import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CardsByHand } from '@/components/cards/cards-by-hand'
import { ClientMessages } from '@/components/ui/messages'
import { Page } from '@/components/ui/page'
import { listCards } from '@/lib/data/authoring/list-cards'
import { openDeck } from '../[id]/open-deck'
import { addCardAction, postCard, removeCard, renameHandDeck, saveCard } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ deck }, t] = await Promise.all([openAsked(searchParams), getTranslations('cards')])
  return { title: deck?.title ?? t('titleNew') }
}

const ACTIONS = { add: addCardAction, post: postCard, save: saveCard, remove: removeCard, rename: renameHandDeck }

/**
 * A deck without a document. Its first card saves it, and the address then says which deck it is (`deck`); the page stays
 * the same, so that what is being typed stays too.
 */
export default async function NewDeckPage({ searchParams }: Props) {
  const { viewer, deck, isAsked } = await openAsked(searchParams)
  if (isAsked && !(viewer && deck?.mayEdit)) notFound()
  if (deck && !deck.isByHand) redirect(`/decks/${deck.id}/items`)
  const cards = viewer && deck ? await listCards(viewer, deck.id) : []
  return (
    <Page>
      <ClientMessages areas={['cards']}>
        <CardsByHand
          owner={viewer?.learnerId ?? null}
          deckId={deck?.id ?? null}
          title={deck?.title ?? ''}
          cards={cards}
          actions={ACTIONS}
        />
      </ClientMessages>
    </Page>
  )
}

async function openAsked(searchParams: Props['searchParams']) {
  const { deck } = await searchParams
  return { isAsked: deck !== undefined, ...(await openDeck(String(deck))) }
}
