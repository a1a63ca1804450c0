'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef } from 'react'
import { shift } from '@/lib/core/document/document-excerpt'
import { DocumentText } from './document-text'
import { overlaps } from './highlight-text'
import type { ListedDocument, ListedFact, ListedItem } from './items-types'

type DocumentPaneProps = { document: ListedDocument; fact: ListedFact | undefined; item: ListedItem | undefined }

/** The document beside the items. It scrolls to the evidence of the current item. */
export function DocumentPane({ document, fact, item }: DocumentPaneProps) {
  const t = useTranslations('items')
  const pane = useRef<HTMLElement>(null)
  const { text, offset, stated } = document
  const facts = useMemo(() => {
    const here = { start: offset, end: offset + text.length }
    return stated.filter((span) => overlaps(span, here)).map((span) => shift(span, -offset))
  }, [stated, offset, text])
  // Matching and ordering ask several facts: all their evidence is highlighted, and no single answer.
  const several = item && item.factIds.length > 1 ? item : null
  const severalEvidence = several?.answer?.evidence
  const spans = severalEvidence ?? fact?.spans
  const evidence = useMemo(() => (spans ?? []).map((span) => shift(span, -offset)), [spans, offset])
  const answerSpan = severalEvidence ? null : fact?.answerSpan
  const answer = useMemo(() => (answerSpan ? shift(answerSpan, -offset) : null), [answerSpan, offset])
  const shownId = several?.id ?? fact?.id
  useEffect(() => {
    const box = pane.current
    const target = shownId ? box?.querySelector('[data-lit]') : null
    if (!box || !target) return
    const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top
    box.scrollTo({ top: box.scrollTop + distance - box.clientHeight / 3 })
  }, [shownId])
  return (
    <div className="max-wide:sticky max-wide:top-0 max-wide:z-10 max-wide:-mx-(--gutter) border-b bg-surface wide:border-e wide:border-b-0 wide:bg-transparent">
      <section
        ref={pane}
        aria-label={t('document')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
        tabIndex={0}
        className="max-h-[36dvh] overflow-y-auto px-(--gutter) py-4 focus-visible:-outline-offset-3 wide:sticky wide:top-0 wide:max-h-dvh wide:-ms-2 wide:py-6 wide:ps-2 wide:pe-8"
      >
        <DocumentText text={text} blocks={document.blocks} facts={facts} evidence={evidence} answer={answer} />
      </section>
    </div>
  )
}
