'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { CARD_SIDE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { TextAreaField } from '../ui/field'
import type { CardRefusal, CardSides } from './card-types'

type SideFault = { readonly side: keyof CardSides; readonly reason: Extract<CardRefusal, 'incomplete' | 'too-long'> }

/** A form with the two sides of a card. A side that is empty or too long says so at its field, before it is sent. */
export function useCardSides(form: RefObject<HTMLFormElement | null>) {
  const [fault, setFault] = useState<SideFault | null>(null)
  // Without scripts the browser says what is missing.
  useEffect(() => {
    if (form.current) form.current.noValidate = true
  }, [form])
  const field = (side: keyof CardSides) => form.current?.elements.namedItem(side) as HTMLTextAreaElement | null
  const read = (): CardSides | null => {
    const sides = { front: field('front')?.value.trim() ?? '', back: field('back')?.value.trim() ?? '' }
    const found = faultOf('front', sides) ?? faultOf('back', sides)
    setFault(found)
    if (!found) return sides
    field(found.side)?.focus()
    return null
  }
  return { fault, field, read }
}

function faultOf(side: keyof CardSides, sides: CardSides): SideFault | null {
  if (sides[side] === '') return { side, reason: 'incomplete' }
  return sides[side].length > CARD_SIDE_CHARACTERS ? { side, reason: 'too-long' } : null
}

type FieldsProps = {
  fault: SideFault | null
  card?: CardSides
  backHint?: string
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** The first field has the focus. */
export function CardSideFields({ fault, card, backHint, onKeyDown }: FieldsProps) {
  const t = useTranslations('cards')
  const errorOf = (side: keyof CardSides) =>
    fault?.side === side ? t(`refused.${fault.reason}`, { most: CARD_SIDE_CHARACTERS }) : null
  const shared = { rows: 2, required: true, onKeyDown, className: 'min-h-18!' }
  return (
    <>
      <TextAreaField
        label={t('front')}
        name="front"
        autoFocus
        defaultValue={card?.front}
        error={errorOf('front')}
        {...shared}
      />
      <TextAreaField
        label={t('back')}
        name="back"
        defaultValue={card?.back}
        placeholder={backHint}
        error={errorOf('back')}
        {...shared}
      />
    </>
  )
}
