'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FactSection, type FactSectionProps } from './fact-section'
import { ItemsHead } from './items-head'
import { ItemsPager } from './items-pager'
import { ItemsPlace } from './items-place'
import { ItemsReader } from './items-reader'
import { ItemsSummary } from './items-summary'
import type { ItemsView } from './items-view'
import { ReviewKeysDialog, useReviewKeys } from './review-keys'
import type { ReviewActions, ReviewDocument, ReviewFact, ReviewItem, ReviewPage } from './review-types'
import { focusItem, useItemPlace } from './use-item-place'
import { useItemReview } from './use-item-review'

type ItemsDeskProps = {
  deckId: string
  document: ReviewDocument
  page: ReviewPage
  view: ItemsView
  mayEdit: boolean
  /** Why not, as a key of messages/…/items.json. */
  kept: 'readOnly' | 'assignedOnly' | 'sharedOnly' | null
  actions: ReviewActions
  /** From the address, for whoever has no scripts: which item is being edited, which was just decided. */
  editing: string | null
  done: { itemId: string; was: string; wasRevision: string } | null
}

/** The document with the proving sentence lit beside the items that ask it, a page of them. */
export function ItemsDesk({ deckId, document, page, view, mayEdit, kept, actions, editing, done }: ItemsDeskProps) {
  const t = useTranslations('items')
  const { groups } = page
  const review = useItemReview(deckId, page, actions)
  const first = editing ?? done?.itemId ?? null
  const { current, latest, setCurrent, move, jump } = useItemPlace({ deckId, page, view, first })
  const [edited, setEdited] = useState(editing)
  const byId = new Map(review.items.map((item) => [item.id, item]))
  const fact = groups.find(({ items }) => items.some(({ id }) => id === current)) ?? groups[0]
  const item = current ? byId.get(current) : undefined
  const close = (id: string) => {
    setEdited(null)
    focusItem(id)
  }
  const atHand = () => byId.get(latest.current ?? '')
  useReviewKeys({ mayEdit, atHand, decide: review.decide, undo: review.undo, edit: setEdited, move })

  return (
    <>
      <ItemsSummary asked={review.asked} kept={kept} />
      <ItemsHead
        deckId={deckId}
        mayEdit={mayEdit}
        counts={review.counts}
        sections={page.sections}
        page={page.page}
        view={view}
        onJump={jump}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <ItemsReader document={document} fact={fact} item={item} />
        <section aria-label={t('list')} className="min-w-0 pt-5 pb-8 wide:ps-8">
          <ItemsPlace groups={groups} fact={fact} mayEdit={mayEdit} />
          <Facts
            groups={groups}
            byId={byId}
            deckId={deckId}
            document={document}
            view={view}
            mayEdit={mayEdit}
            current={current}
            editing={edited}
            done={done}
            actions={actions}
            onCurrent={setCurrent}
            onEdit={setEdited}
            onClose={close}
            onDecide={review.decide}
            onSaved={(one, state) => {
              review.saved(one, state)
              close(one.id)
            }}
          />
          <ItemsPager deckId={deckId} view={view} {...page} />
        </section>
        <ReviewKeysDialog mayEdit={mayEdit} />
      </div>
    </>
  )
}

type FactsProps = Omit<FactSectionProps, 'fact' | 'titled' | 'repeated' | 'items'> & {
  groups: readonly ReviewFact[]
  byId: ReadonlyMap<string, ReviewItem>
}

function Facts({ groups, byId, ...props }: FactsProps) {
  return groups.map((fact, at) => (
    <FactSection
      key={fact.id}
      {...props}
      fact={fact}
      titled={groups[at - 1]?.heading !== fact.heading}
      repeated={fact.statement !== '' && groups[at - 1]?.statement === fact.statement}
      items={fact.items.map((one) => byId.get(one.id) ?? one)}
    />
  ))
}
