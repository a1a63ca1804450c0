'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Annotation, Annotations } from '@/lib/data/tags/annotate-facts'
import { AnnotationLine } from './annotation-line'
import { ItemRow } from './item-row'
import type { ItemsView } from './items-query'
import type { ReviewActions, ReviewDocument, ReviewFact, ReviewItem, SaveState } from './review-types'

export type FactSectionProps = {
  deckId: string
  document: ReviewDocument
  fact: ReviewFact
  /** Whether it begins a section of the document. */
  titled: boolean
  /** Whether the fact before it is stated in the same words, and asks for another answer in them. */
  repeated: boolean
  items: readonly ReviewItem[]
  view: ItemsView
  mayEdit: boolean
  /** Somebody with a memory of their own looks: they may tag and flag. */
  mayLay: boolean
  /** The learner who looks; null for a stranger. */
  owner: string | null
  /** What the learner has put on the fact. */
  annotations: Annotations | undefined
  selected: ReadonlySet<string>
  current: string | null
  editing: string | null
  done: { itemId: string; was: string; wasRevision: string } | null
  actions: ReviewActions
  onCurrent: (itemId: string) => void
  onEdit: (itemId: string | null) => void
  /** The editor is closed, and its item has the focus again. */
  onClose: (itemId: string) => void
  onDecide: (item: ReviewItem, kind: 'accepted' | 'rejected') => void
  onSelect: (itemId: string, reach: boolean) => void
  onAnnotate: (factId: string, annotation: Annotation) => void
  onSaved: (item: ReviewItem, state: Extract<SaveState, { kind: 'saved' }>) => void
}

/** One fact as the document states it, and below it the items that ask it. */
export const FactSection = memo(FactSectionView, isSame)

function FactSectionView({ fact, titled, repeated, items, ...rest }: FactSectionProps) {
  const t = useTranslations('items')
  const begins = titled && fact.heading !== ''
  return (
    <>
      {begins ? <h2 className="mt-6 border-t pt-5 text-lead first-of-type:mt-3">{fact.heading}</h2> : null}
      <section
        id={`fact-${fact.id}`}
        className={clsx(
          '-mx-5 scroll-mt-4 px-5 pb-5 max-wide:scroll-mt-[40dvh] max-sm:-mx-3 max-sm:px-3',
          // Under the statement that stands above already, its items follow those as if they were of one fact.
          repeated && '-mt-5 [&>article]:border-t!',
        )}
      >
        <h3 className={clsx('mb-2 text-body leading-[1.45]', repeated ? 'sr-only' : begins ? 'pt-3' : 'border-t pt-4')}>
          {fact.statement || t('questionsOn', { heading: fact.heading || 'none' })}
        </h3>
        {rest.annotations ? <AnnotationLine {...rest} factId={fact.id} annotations={rest.annotations} /> : null}
        {items.map((item) => (
          <ItemRow key={item.id} item={item} {...rest} />
        ))}
      </section>
    </>
  )
}

// A hundred sections stand on the page; a key press changes two of them.
function isSame(before: FactSectionProps, after: FactSectionProps): boolean {
  if (before.fact !== after.fact || before.items.some((item, at) => item !== after.items[at])) return false
  if (before.annotations !== after.annotations) return false
  if (before.items.some(({ id }) => before.selected.has(id) !== after.selected.has(id))) return false
  const touches = (id: string | null) => before.items.some((item) => item.id === id)
  if (before.current !== after.current && (touches(before.current) || touches(after.current))) return false
  return before.editing === after.editing || !(touches(before.editing) || touches(after.editing))
}
