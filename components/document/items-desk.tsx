'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Kbd } from '../ui/kbd'
import { DocumentText } from './document-text'
import { FactSection } from './fact-section'
import { ReviewKeysDialog, useReviewKeys } from './review-keys'
import type { ReviewActions, ReviewDocument, ReviewFact } from './review-types'
import { useItemReview } from './use-item-review'

type ItemsDeskProps = {
  deckId: string
  document: ReviewDocument
  facts: readonly ReviewFact[]
  mayEdit: boolean
  actions: ReviewActions
  /** From the address, for whoever has no scripts: which item is being edited, which was just decided. */
  editing: string | null
  done: { itemId: string; was: string; wasRevision: string } | null
}

/** The document with the proving sentence lit beside the items that ask it. */
export function ItemsDesk({ deckId, document, facts, mayEdit, actions, editing, done }: ItemsDeskProps) {
  const t = useTranslations('document')
  const review = useItemReview(deckId, facts, actions)
  const [current, setCurrent] = useState(editing ?? done?.itemId ?? review.items[0]?.id ?? null)
  const [edited, setEdited] = useState(editing)
  const byId = new Map(review.items.map((item) => [item.id, item]))
  const numbers = new Map(review.items.map(({ id }, at) => [id, at + 1]))
  const factAt = facts.findIndex(({ items }) => items.some(({ id }) => id === current))
  const fact = facts[Math.max(factAt, 0)]
  const item = current ? byId.get(current) : undefined
  const move = (by: number) => {
    const at = review.items.findIndex(({ id }) => id === current)
    const next = review.items[Math.max(0, Math.min(review.items.length - 1, at + by))]
    if (next) focusItem(next.id)
  }
  useReviewKeys({ mayEdit, item, decide: review.decide, undo: review.undo, edit: setEdited, move })

  return (
    <div className="grid wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <Reader document={document} facts={facts} fact={fact} />
      <section
        aria-label={t('items.list')}
        data-long={facts.length > LONG_LIST ? '' : undefined}
        className="min-w-0 pt-5 pb-8 wide:ps-8"
      >
        <div className="flex flex-wrap items-center justify-between gap-x-5 text-label">
          <p className="text-ink-muted">{fact ? <Where facts={facts} fact={fact} /> : null}</p>
          <KeyHints mayEdit={mayEdit} />
        </div>
        {facts.map((each) => (
          <FactSection
            key={each.id}
            deckId={deckId}
            document={document}
            fact={each}
            items={each.items.map((one) => byId.get(one.id) ?? one)}
            numberOf={(id) => numbers.get(id) ?? 0}
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
      </section>
      <ReviewKeysDialog mayEdit={mayEdit} />
    </div>
  )
}

// Beyond this many facts, those out of sight are not laid out until they are scrolled to.
const LONG_LIST = 100

/** Stays in sight while the items scroll by, and turns to the sentence that proves the present one. */
function Reader({
  document,
  facts,
  fact,
}: {
  document: ReviewDocument
  facts: readonly ReviewFact[]
  fact: ReviewFact | undefined
}) {
  const t = useTranslations('document')
  const reader = useRef<HTMLElement>(null)
  const has = useMemo(() => facts.flatMap(({ spans }) => spans), [facts])
  const lit = useMemo(() => fact?.spans ?? [], [fact])
  const factId = fact?.id
  useEffect(() => {
    const pane = reader.current
    const light = factId ? pane?.querySelector('[data-lit]') : null
    if (!pane || !light) return
    const away = light.getBoundingClientRect().top - pane.getBoundingClientRect().top
    pane.scrollTo({ top: pane.scrollTop + away - pane.clientHeight / 3 })
  }, [factId])
  return (
    <div className="max-wide:sticky max-wide:top-0 max-wide:z-10 max-wide:-mx-(--gutter) border-b bg-surface wide:border-e wide:border-b-0 wide:bg-transparent">
      <section
        ref={reader}
        aria-label={t('items.document')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
        tabIndex={0}
        className="max-h-[36dvh] overflow-y-auto px-(--gutter) py-4 focus-visible:-outline-offset-3 wide:sticky wide:top-0 wide:max-h-dvh wide:-ms-2 wide:py-6 wide:ps-2 wide:pe-8"
      >
        <DocumentText
          text={document.text}
          blocks={document.blocks}
          has={has}
          lit={lit}
          answer={fact?.answerSpan ?? null}
        />
      </section>
    </div>
  )
}

function Where({ facts, fact }: { facts: readonly ReviewFact[]; fact: ReviewFact }) {
  const t = useTranslations('document')
  if (fact.statement === '') return fact.heading
  const together = facts.filter(({ heading, statement }) => heading === fact.heading && statement !== '')
  const at = together.indexOf(fact) + 1
  return t('items.where', { heading: fact.heading || 'none', at, total: together.length })
}

function KeyHints({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('document')
  const hints = [
    { keys: ['A'], does: t('keys.accept'), author: true },
    { keys: ['E'], does: t('keys.edit'), author: true },
    { keys: ['X'], does: t('keys.reject'), author: true },
    { keys: ['J', 'K'], does: t('keys.move'), author: false },
  ]
  return (
    <p
      aria-hidden="true"
      className="flex flex-wrap gap-x-4 gap-y-1 text-caption text-ink-muted max-sm:hidden [@media(hover:none)]:hidden"
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
