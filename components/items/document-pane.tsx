'use client'

import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Evidence, Span } from '@/lib/core/document/document'
import { DocumentText } from './document-text'
import { highlightText, overlaps } from './highlight-text'
import { readSpan } from './items-query'
import type { ListedDocument, ListedFact, ListedItem } from './items-types'

/** The sentences that prove an item, and where the answer stands in them. */
export type Proof = { readonly evidence: readonly Span[]; readonly answer: Span | null; readonly heading: string }

/** Matching and ordering ask several facts: all their evidence is shown, and no single answer. */
export function proofOf(fact: ListedFact | undefined, item: ListedItem | undefined): Proof {
  const quotes: readonly Evidence[] = item?.answer?.evidence ?? []
  const spans = quotes.length > 0 ? quotes : (fact?.spans ?? [])
  const isOne = !item || item.factIds.length < 2
  return { evidence: spans, answer: isOne ? (fact?.answerSpan ?? null) : null, heading: fact?.heading ?? '' }
}

type DocumentPaneProps = {
  document: ListedDocument
  proof: Proof
  /** Scrolls to the evidence when it changes. */
  itemId: string | undefined
  selected: Span | null
  onSelect: (sentence: Span) => void
  underSelected: ReactNode
}

/** The document beside the items. It scrolls to the evidence of the current item and to the selected sentence. */
export function DocumentPane({ document, proof, itemId, selected, onSelect, underSelected }: DocumentPaneProps) {
  const t = useTranslations('items')
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    if (itemId) scrollTo(pane.current, '[data-lit]')
  }, [itemId])
  const start = selected?.start
  useEffect(() => {
    if (start !== undefined) scrollTo(pane.current, `[data-sentence^="${start}-"]`)
  }, [start])
  const select = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || window.getSelection()?.type === 'Range') return
    const sentence = readSpan(event.target.closest('[data-sentence]')?.getAttribute('data-sentence'))
    if (sentence) onSelect(sentence)
  }
  return (
    <div className="border-e bg-surface [border-image:conic-gradient(var(--surface)_0_0)_fill_0//0_0_0_100vw] max-wide:hidden">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      <section
        ref={pane}
        aria-label={t('document')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
        tabIndex={0}
        onClick={select}
        className="sticky top-0 -ms-2 max-h-dvh overflow-y-auto py-6 ps-2 pe-10 focus-visible:-outline-offset-3"
      >
        {document.parts.map((part, at) => (
          <div key={part.start}>
            {at > 0 ? <p className="py-3 text-ink-muted">…</p> : null}
            <DocumentText
              part={part}
              stated={document.stated}
              evidence={proof.evidence}
              answer={proof.answer}
              selected={selected}
              underSelected={underSelected}
            />
          </div>
        ))}
      </section>
    </div>
  )
}

/** Only if it is not well in view. */
function scrollTo(pane: HTMLElement | null, selector: string): void {
  const target = pane?.querySelector(selector)
  if (!pane || !target) return
  const [box, at] = [pane.getBoundingClientRect(), target.getBoundingClientRect()]
  const isInView = at.top > box.top + 48 && at.bottom < Math.min(box.bottom, window.innerHeight) - 120
  if (!isInView) pane.scrollTo({ top: pane.scrollTop + at.top - box.top - pane.clientHeight / 3 })
}

/** On a narrow screen: the proving sentence alone, at the top. */
export function ProofStrip({ document, proof }: { document: ListedDocument; proof: Proof }) {
  const t = useTranslations('common')
  const { evidence, answer, heading } = proof
  if (evidence.length === 0) return null
  return (
    <figure
      aria-label={t('evidence.name')}
      className="sticky top-0 z-10 -mx-(--gutter) max-h-[36dvh] overflow-y-auto border-b bg-surface px-(--gutter) pt-2 pb-3 wide:hidden"
    >
      {heading ? <figcaption className="mb-1 text-caption text-ink-muted">{heading}</figcaption> : null}
      <blockquote className="font-document leading-[1.62]">
        {evidence.slice(0, 3).map((span) => (
          <ProofSentence key={span.start} document={document} span={span} answer={answer} />
        ))}
      </blockquote>
    </figure>
  )
}

function ProofSentence({ document, span, answer }: { document: ListedDocument; span: Span; answer: Span | null }) {
  const part = document.parts.find(({ start, text }) => overlaps(span, { start, end: start + text.length }))
  if (!part) return null
  const runs = highlightText(part, span, { evidence: [span], answer })
  return runs.map(({ start, text, highlight }) =>
    highlight === 'answer' ? (
      <b key={start} className="lit-strong relative">
        {text}
      </b>
    ) : (
      <span key={start} className="lit">
        {text}
      </span>
    ),
  )
}
