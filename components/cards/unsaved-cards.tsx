'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { CARD_SIDE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { Button } from '../ui/button'
import { FormError } from '../ui/field'
import type { UnsavedCard } from './use-hand-cards'

/** Cards that the server did not save, with the reason; the browser asks before it leaves them. */
export function UnsavedCards({ cards }: { cards: readonly UnsavedCard[] }) {
  const t = useTranslations('cards')
  const isAny = cards.length > 0
  useEffect(() => {
    if (!isAny) return
    window.addEventListener('beforeunload', askToStay)
    return () => window.removeEventListener('beforeunload', askToStay)
  }, [isAny])
  if (!isAny) return null
  return (
    <ul aria-label={t('unsaved')} className="border-b">
      {cards.map(({ id, card, reason, again }) => (
        <li key={id} className="grid gap-x-4 gap-y-1 border-t py-3 sm:grid-cols-[1fr_1fr_auto]">
          <span className="leading-[1.45] whitespace-pre-line wrap-anywhere">{card.front}</span>
          <b className="leading-[1.45] font-semibold whitespace-pre-line wrap-anywhere">{card.back}</b>
          <Button size="slim" className="justify-self-start" onClick={again}>
            {t('again')}
          </Button>
          <div className="sm:col-span-3">
            <FormError>{t(`refused.${reason}`, { most: CARD_SIDE_CHARACTERS })}</FormError>
          </div>
        </li>
      ))}
    </ul>
  )
}

const askToStay = (event: BeforeUnloadEvent) => event.preventDefault()
