'use client'

import { useTranslations } from 'next-intl'
import { CARD_SIDE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { DoneNote, FormError } from '../ui/field'
import { CardRow } from './card-row'
import type { CardActions, HandCard } from './card-types'
import { EntryForm } from './entry-form'
import { UnsavedCards } from './unsaved-cards'
import { useHandCards } from './use-hand-cards'

type Props = {
  /** The learner who looks; null for a stranger. */
  owner: string | null
  deckId: string | null
  title: string
  cards: readonly HandCard[]
  actions: CardActions
}

/** Cards written by hand: front, Tab, back, Enter. The first one makes the deck. */
export function CardsByHand({ owner, deckId: initialId, title, cards: initial, actions }: Props) {
  const t = useTranslations('cards')
  const { deckId, cards, isSaving, problem, unsaved, add, save, remove, rename } = useHandCards(
    { deckId: initialId, title, cards: initial },
    actions,
  )
  return (
    <div className="mx-auto grid max-w-[60rem] gap-6 pt-6">
      <h1 className="sr-only">{t(deckId ? 'titleOld' : 'titleNew')}</h1>
      <EntryForm {...{ owner, deckId, title }} count={cards.length} post={actions.post} onRename={rename} onAdd={add} />
      <FormError>{problem ? t(`refused.${problem}`, { most: CARD_SIDE_CHARACTERS }) : null}</FormError>
      <UnsavedCards cards={unsaved} />
      <section aria-labelledby="cards" className="border-t pt-4">
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6">
          <h2 id="cards" className="text-lead">
            {t('count', { count: cards.length })}
          </h2>
          <DoneNote>{isSaving || cards.length === 0 || problem || unsaved.length > 0 ? null : t('saved')}</DoneNote>
        </div>
        {cards.length === 0 ? <p className="mt-2 text-ink-muted">{t('none')}</p> : null}
        <ol className="border-b empty:hidden">
          {cards.map((card, at) => (
            <CardRow
              key={card.itemId}
              owner={owner}
              deckId={deckId}
              card={card}
              number={cards.length - at}
              isNewest={at === 0 && cards.length > initial.length}
              onSave={save}
              onRemove={() => remove(card, at)}
            />
          ))}
        </ol>
        <p className="mt-3 text-label text-ink-muted">{t('noProof')}</p>
      </section>
    </div>
  )
}
