'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useSyncExternalStore } from 'react'
import type { Span } from '@/lib/core/document/document'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { useAnnounce } from '../ui/live-region'
import { useOnChange } from '../ui/use-on-change'
import { DocumentPane, ProofStrip, proofOf } from './document-pane'
import { quoteAt } from './document-sentences'
import { overlaps } from './highlight-text'
import { ItemWriter } from './item-editor'
import { ItemsHead } from './items-head'
import { ItemsList, type ItemsState } from './items-list'
import { ItemsShortcutsDialog } from './items-shortcuts'
import type { ItemsScreenProps } from './items-types'
import { useReportToCheck } from './to-check-count'
import { useWhyUnasked } from './unasked-sentences'
import { useItemsPage } from './use-items-page'

/** A page of items beside the document: one in focus, with the sentence that proves it. */
export function ItemsScreen(props: ItemsScreenProps) {
  const { deckId, document, mayEdit, readOnlyReason, own, actions } = props
  const state = useItemsPage(props)
  const isWide = useIsWide()
  useAnnounceSelected(props, state)
  const { counts, depths } = state.decisions
  useReportToCheck(mayEdit ? counts['to-check'] : 0)
  const proof = proofOf(state.fact, state.item)
  const hasText = document.parts.length > 0
  const writer = state.writing ? <Writer props={props} state={state} writing={state.writing} /> : null
  return (
    <div>
      <ItemsHead
        deckId={deckId}
        depths={depths}
        actions={actions}
        readOnlyReason={readOnlyReason}
        ready={counts.ready}
        toCheck={counts['to-check']}
        isByHand={document.isByHand}
        onChange={state.changeDepth}
      />
      <div className={hasText ? 'grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]' : ''}>
        {hasText ? (
          <>
            <ProofStrip document={document} proof={proof} />
            <DocumentPane
              document={document}
              proof={proof}
              itemId={state.item?.id}
              selected={state.selected}
              onSelect={state.setSelected}
              underSelected={
                mayEdit ? <UnderSelected state={state} props={props} writer={isWide ? writer : null} /> : null
              }
            />
          </>
        ) : null}
        <ItemsList props={props} state={state} writer={isWide ? null : writer} />
        <ItemsShortcutsDialog mayEdit={mayEdit} mayUndo={own !== null} />
      </div>
    </div>
  )
}

type WriterProps = { props: ItemsScreenProps; state: ItemsState; writing: NonNullable<ItemsState['writing']> }

function Writer({ props, state, writing: { sentence, begun } }: WriterProps) {
  return (
    <ItemWriter
      key={`${sentence.start} ${begun?.refusalId}`}
      {...props}
      {...{ sentence, begun }}
      owner={props.own?.learnerId ?? null}
      selected={state.selected}
      onClose={state.close}
      onSaved={state.saved}
    />
  )
}

type UnderSelectedProps = { props: ItemsScreenProps; state: ItemsState; writer: ReactNode }

function UnderSelected({ props, state, writer }: UnderSelectedProps) {
  const t = useTranslations('items.write')
  const noteOn = useSentenceNote(props)
  if (writer) return writer
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 font-app">
      <Button size="slim" onClick={state.writeHere}>
        {t('open')} <Kbd>N</Kbd>
      </Button>
      <span className="text-caption text-ink-muted">{state.selected ? noteOn(state.selected) : null}</span>
    </div>
  )
}

/** Announces the sentence that is selected. Its note stands in another place of the text each time, and could not do so. */
function useAnnounceSelected(props: ItemsScreenProps, { selected, writing }: ItemsState) {
  const announce = useAnnounce()
  const noteOn = useSentenceNote(props)
  useOnChange(selected, () => {
    if (selected && !writing) announce(`${quoteAt(props.document, selected)} ${noteOn(selected)}`)
  })
}

/** Whether a sentence has a question, and if not, why. */
function useSentenceNote({ unasked, document }: ItemsScreenProps) {
  const t = useTranslations('items.write')
  const whyUnasked = useWhyUnasked()
  return (sentence: Span): string => {
    if (document.stated.some((span) => overlaps(span, sentence))) return t('asked')
    const why = unasked.sentences.find(({ span }) => overlaps(span, sentence))
    return [t('unasked'), ...(why ? [whyUnasked(why)] : [])].join(' ')
  }
}

const WIDE = '(min-width: 60rem)'

/** Whether the document stands beside the items. Before hydration it counts as narrow. */
function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  )
}
