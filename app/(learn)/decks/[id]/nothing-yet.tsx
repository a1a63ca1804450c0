import { getTranslations } from 'next-intl/server'
import { cardsAddress } from '@/components/cards/cards-address'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { UnacceptedItems } from '@/lib/core/item/unaccepted-items'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { NoAcceptedItems } from './no-accepted-items'

type Props = { deck: DeckHead; unacceptedItems: UnacceptedItems }

/** The deck asks nothing: what waits for the author, or how questions can be made. */
export async function NothingYet({ deck, unacceptedItems }: Props) {
  const t = await getTranslations('deck.study')
  if (unacceptedItems.kind !== 'none') return <NoAcceptedItems deckId={deck.id} unacceptedItems={unacceptedItems} />
  if (!deck.mayEdit) return <EmptyState title={t('empty')}>{t('emptyReader')}</EmptyState>
  if (deck.isByHand) {
    const write = (
      <ButtonLink variant="primary" href={cardsAddress(deck.id)}>
        {t('emptyCardsAction')}
      </ButtonLink>
    )
    return (
      <EmptyState title={t('emptyCards')} action={write}>
        {t('emptyCardsBody')}
      </EmptyState>
    )
  }
  const actions = (
    <>
      <ButtonLink variant="primary" href={`/decks/${deck.id}/items/assistant`}>
        {t('assistant')}
      </ButtonLink>
      <ButtonLink href={`/decks/${deck.id}/items`}>{t('emptyAction')}</ButtonLink>
    </>
  )
  return (
    <EmptyState title={t('empty')} action={actions}>
      {t('emptyBody')}
    </EmptyState>
  )
}
