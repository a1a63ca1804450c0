'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Kbd } from '../ui/kbd'
import { FactSection } from './fact-section'
import { ItemsHead } from './items-head'
import { ItemsPager } from './items-pager'
import { ItemsReader } from './items-reader'
import { type ItemsView, itemsAddress } from './items-view'
import { ReviewKeysDialog, useReviewKeys } from './review-keys'
import type { ReviewActions, ReviewDocument, ReviewFact, ReviewPage } from './review-types'
import { useItemReview } from './use-item-review'

type ItemsDeskProps = {
  deckId: string
  document: ReviewDocument
  page: ReviewPage
  view: ItemsView
  mayEdit: boolean
  actions: ReviewActions
  /** From the address, for whoever has no scripts: which item is being edited, which was just decided. */
  editing: string | null
  done: { itemId: string; was: string; wasRevision: string } | null
}

/** The document with the proving sentence lit beside the items that ask it, a page of them. */
export function ItemsDesk({ deckId, document, page, view, mayEdit, actions, editing, done }: ItemsDeskProps) {
  const t = useTranslations('items')
  const { groups } = page
  const review = useItemReview(deckId, page, actions)
  const { current, setCurrent, move, jump } = usePlace({ deckId, page, view, first: editing ?? done?.itemId ?? null })
  const [edited, setEdited] = useState(editing)
  const byId = new Map(review.items.map((item) => [item.id, item]))
  const fact = groups.find(({ items }) => items.some(({ id }) => id === current)) ?? groups[0]
  const item = current ? byId.get(current) : undefined
  useReviewKeys({ mayEdit, item, decide: review.decide, undo: review.undo, edit: setEdited, move })

  return (
    <>
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
        <ItemsReader document={document} fact={fact} />
        <section aria-label={t('list')} className="min-w-0 pt-5 pb-8 wide:ps-8">
          <div className="flex items-center justify-between gap-x-5 text-label">
            <p className="min-w-0 truncate text-ink-muted">
              {fact ? <Where groups={groups} fact={fact} /> : t('filter.none')}
            </p>
            <KeyHints mayEdit={mayEdit} />
          </div>
          {groups.map((each, at) => (
            <FactSection
              key={each.id}
              deckId={deckId}
              document={document}
              fact={each}
              titled={groups[at - 1]?.heading !== each.heading}
              repeated={each.statement !== '' && groups[at - 1]?.statement === each.statement}
              items={each.items.map((one) => byId.get(one.id) ?? one)}
              view={view}
              mayEdit={mayEdit}
              current={current}
              editing={edited}
              done={done}
              actions={actions}
              onCurrent={setCurrent}
              onEdit={setEdited}
              onDecide={review.decide}
              onSaved={(one, state) => {
                review.saved(one, state)
                setEdited(null)
                focusItem(one.id)
              }}
            />
          ))}
          <ItemsPager deckId={deckId} view={view} {...page} />
        </section>
        <ReviewKeysDialog mayEdit={mayEdit} />
      </div>
    </>
  )
}

type Place = { deckId: string; page: ReviewPage; view: ItemsView; first: string | null }

/** Which item is at hand. Beyond the ends of a page lie the pages before and after it. */
function usePlace({ deckId, page, view, first }: Place) {
  const router = useRouter()
  const ids = page.groups.flatMap(({ items }) => items.map(({ id }) => id))
  const [chosen, setChosen] = useState(first)
  const current = chosen && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  // Focus follows with the next frame; a key that is held down is faster.
  const latest = useRef(current)
  const setCurrent = (id: string) => {
    latest.current = id
    setChosen(id)
  }
  const move = (by: number) => {
    const next = ids[ids.indexOf(latest.current ?? '') + by]
    if (next) {
      latest.current = next
      return focusItem(next)
    }
    const [item, number] = by > 0 ? [page.after, page.page + 1] : [page.before, page.page - 1]
    if (item) router.push(itemsAddress(deckId, { ...view, page: number }, { item }), { scroll: false })
  }
  const jump = (factId: string) => {
    const item = page.groups.find(({ id }) => id === factId)?.items[0]
    if (item) focusItem(item.id)
  }
  const { groups } = page
  useEffect(() => {
    const { hash } = window.location
    const group = groups.find(({ id }) => hash === `#fact-${id}`)
    const item = groups.flatMap(({ items }) => items).find(({ id }) => hash === `#item-${id}`) ?? group?.items[0]
    if (item) focusItem(item.id)
  }, [groups])
  return { current, setCurrent, move, jump }
}

function Where({ groups, fact }: { groups: readonly ReviewFact[]; fact: ReviewFact }) {
  const t = useTranslations('items')
  if (fact.statement === '') return fact.heading
  const together = groups.filter(({ heading, statement }) => heading === fact.heading && statement !== '')
  const at = together.indexOf(fact) + 1
  return t('where', { heading: fact.heading || 'none', at, total: together.length })
}

function KeyHints({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('items.keys')
  const hints = [
    { keys: ['A'], does: t('accept'), author: true },
    { keys: ['E'], does: t('edit'), author: true },
    { keys: ['X'], does: t('reject'), author: true },
    { keys: ['J', 'K'], does: t('move'), author: false },
  ]
  return (
    <p
      aria-hidden="true"
      className="flex flex-none gap-x-4 text-caption text-ink-muted max-sm:hidden [@media(hover:none)]:hidden"
    >
      {hints
        .filter(({ author }) => mayEdit || !author)
        .map(({ keys, does }) => (
          <span key={does} className="inline-flex items-center gap-2">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {does}
          </span>
        ))}
    </p>
  )
}

function focusItem(id: string): void {
  requestAnimationFrame(() => {
    const article = window.document.getElementById(`item-${id}`)
    article?.focus({ preventScroll: true })
    article?.scrollIntoView({ block: 'nearest' })
  })
}
