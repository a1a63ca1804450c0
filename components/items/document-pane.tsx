'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import { shift } from '@/lib/core/document/cut-window'
import { DocumentText } from './document-text'
import { overlaps } from './highlight-text'
import type { ReviewDocument, ReviewFact, ReviewItem } from './review-types'

/** Stays in sight while the items scroll by, and turns to the sentence that proves the present one. */
type ItemsReaderProps = { document: ReviewDocument; fact: ReviewFact | undefined; item: ReviewItem | undefined }

export function ItemsReader({ document, fact, item }: ItemsReaderProps) {
  const t = useTranslations('items')
  const reader = useRef<HTMLElement>(null)
  const { text, offset, stated } = document
  const has = useMemo(() => {
    const here = { start: offset, end: offset + text.length }
    return stated.filter((span) => overlaps(span, here)).map((span) => shift(span, -offset))
  }, [stated, offset, text])
  // A pair or an order asks several facts: every sentence that proves it is lit, and no one answer.
  const several = item && item.factIds.length > 1 ? item : null
  const evidence = several?.answer?.evidence
  const spans = evidence ?? fact?.spans
  const lit = useMemo(() => (spans ?? []).map((span) => shift(span, -offset)), [spans, offset])
  const answerSpan = evidence ? null : fact?.answerSpan
  const answer = useMemo(() => (answerSpan ? shift(answerSpan, -offset) : null), [answerSpan, offset])
  const litId = several?.id ?? fact?.id
  useEffect(() => {
    const pane = reader.current
    const light = litId ? pane?.querySelector('[data-lit]') : null
    if (!pane || !light) return
    const away = light.getBoundingClientRect().top - pane.getBoundingClientRect().top
    pane.scrollTo({ top: pane.scrollTop + away - pane.clientHeight / 3 })
  }, [litId])
  return (
    <div className="max-wide:sticky max-wide:top-0 max-wide:z-10 max-wide:-mx-(--gutter) border-b bg-surface wide:border-e wide:border-b-0 wide:bg-transparent">
      <section
        ref={reader}
        aria-label={t('document')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
        tabIndex={0}
        className="max-h-[36dvh] overflow-y-auto px-(--gutter) py-4 focus-visible:-outline-offset-3 wide:sticky wide:top-0 wide:max-h-dvh wide:-ms-2 wide:py-6 wide:ps-2 wide:pe-8"
      >
        <DocumentText text={text} blocks={document.blocks} has={has} lit={lit} answer={answer} />
      </section>
    </div>
  )
}
