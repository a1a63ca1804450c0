'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { ItemRow } from './item-row'
import type { ReviewActions, ReviewDocument, ReviewFact, ReviewItem, SaveState } from './review-types'

export type FactSectionProps = {
  deckId: string
  document: ReviewDocument
  fact: ReviewFact
  items: readonly ReviewItem[]
  numberOf: (itemId: string) => number
  mayEdit: boolean
  current: string | null
  editing: string | null
  done: { itemId: string; was: string; wasRevision: string } | null
  actions: ReviewActions
  onCurrent: (itemId: string) => void
  onEdit: (itemId: string | null) => void
  onDecide: (item: ReviewItem, kind: 'accepted' | 'rejected') => void
  onSaved: (item: ReviewItem, state: Extract<SaveState, { kind: 'saved' }>) => void
}

/** One fact as the document states it, and below it the items that ask it. */
export const FactSection = memo(FactSectionView, isSame)

function FactSectionView({ fact, items, numberOf, ...rest }: FactSectionProps) {
  const t = useTranslations('document')
  return (
    <section className="-mx-5 px-5 pb-5 max-sm:-mx-3 max-sm:px-3 in-[[data-long]]:[contain-intrinsic-size:auto_16rem] in-[[data-long]]:[content-visibility:auto] first-of-type:[&>h2]:border-t-0">
      <h2 className="mb-2 border-t pt-4 text-body leading-[1.45]">
        {fact.statement || t('items.questionsOn', { heading: fact.heading || 'none' })}
      </h2>
      {items.map((item) => (
        <ItemRow key={item.id} item={item} number={numberOf(item.id)} {...rest} />
      ))}
    </section>
  )
}

// Hundreds of sections stand on the page; a key press changes two of them.
function isSame(before: FactSectionProps, after: FactSectionProps): boolean {
  if (before.fact !== after.fact || before.items.some((item, at) => item !== after.items[at])) return false
  const touches = (id: string | null) => before.items.some((item) => item.id === id)
  if (before.current !== after.current && (touches(before.current) || touches(after.current))) return false
  return before.editing === after.editing || !(touches(before.editing) || touches(after.editing))
}
