'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button, ButtonLink } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { DocumentPane, ProofStrip, proofOf } from './document-pane'
import { overlaps } from './highlight-text'
import { ItemCard, ItemRow } from './item-card'
import { ItemEditor, ItemWriter } from './item-editor'
import { ItemMenu } from './item-menu'
import { ItemsHead } from './items-head'
import { itemsAddress } from './items-query'
import { ItemsShortcutsDialog } from './items-shortcuts'
import { ItemsTabs } from './items-tabs'
import type { ItemsScreenProps } from './items-types'
import { UnaskedSentences } from './unasked-sentences'
import { useItemsPage } from './use-items-page'

/** A page of items beside the document: one in focus, with the sentence that proves it. */
export function ItemsScreen(props: ItemsScreenProps) {
  const { deckId, document, mayEdit, readOnlyReason, own, actions, depths } = props
  const state = useItemsPage(props)
  const isWide = useIsWide()
  const { counts } = state.decisions
  const proof = proofOf(state.fact, state.item)
  const hasText = document.parts.length > 0
  const writer = state.writing ? (
    <ItemWriter
      key={state.writing.sentence.start}
      {...props}
      owner={own?.learnerId ?? null}
      sentence={state.writing.sentence}
      begun={state.writing.begun}
      selected={state.selected}
      onClose={state.close}
      onSaved={state.saved}
    />
  ) : null
  return (
    <>
      <ItemsHead
        deckId={deckId}
        depths={depths}
        actions={actions}
        readOnlyReason={readOnlyReason}
        ready={counts.ready}
        toCheck={counts['to-check']}
        onChange={(depth) => void state.changeDepth(depth)}
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
        <ItemList props={props} state={state} writer={isWide ? null : writer} />
        <ItemsShortcutsDialog mayEdit={mayEdit} mayUndo={own !== null} />
      </div>
    </>
  )
}

type State = ReturnType<typeof useItemsPage>
type PartProps = { props: ItemsScreenProps; state: State; writer: React.ReactNode }

function UnderSelected({ props, state, writer }: PartProps) {
  const t = useTranslations('items.write')
  if (writer) return writer
  const { selected } = state
  const isAsked = selected !== null && props.document.stated.some((span) => overlaps(span, selected))
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 font-app">
      <Button size="slim" onClick={state.writeHere}>
        {t('open')} <Kbd>N</Kbd>
      </Button>
      <span className="text-caption text-ink-muted">{t(isAsked ? 'asked' : 'unasked')}</span>
    </div>
  )
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: to be divided into functions of its parts.
function ItemList({ props, state, writer }: PartProps) {
  const t = useTranslations('items')
  const { deckId, view, mayEdit, actions, own, done, page } = props
  const { listed, decisions } = state
  return (
    <section aria-label={t('list')} className="min-w-0 pt-4 pb-8 max-sm:pb-24 wide:ps-10">
      {mayEdit ? (
        <ItemsTabs
          deckId={deckId}
          view={view}
          actions={actions}
          counts={decisions.counts}
          onAcceptAll={state.acceptAll}
          onCheckFirst={() => listed[0] && state.current.set(listed[0].id)}
        />
      ) : null}
      {listed.length === 0 ? (
        <p className="py-6 text-ink-muted">{t(view.show === 'to-check' ? 'checked' : 'filter.none')}</p>
      ) : null}
      {listed.map((item) => {
        if (item.id !== state.item?.id)
          return (
            <ItemRow
              key={item.id}
              item={item}
              deckId={deckId}
              view={view}
              mayEdit={mayEdit}
              onOpen={state.current.set}
            />
          )
        const factId = state.fact?.id ?? ''
        const annotations = own?.annotations[factId] ?? { starred: false, suspended: false, tags: [] }
        return (
          <div key={item.id}>
            <ItemCard
              item={item}
              {...{ deckId, view, mayEdit, actions, done }}
              onDecide={state.decide}
              onEdit={state.edit}
              menu={
                <ItemMenu
                  {...state.arrange}
                  own={own ? { annotations, tags: own.tags } : null}
                  onAnnotate={(annotation) => void state.annotate({ itemIds: [item.id] }, annotation)}
                />
              }
              editor={
                state.editing === item.id && mayEdit && item.answer ? (
                  <ItemEditor
                    {...props}
                    owner={own?.learnerId ?? null}
                    item={item}
                    selected={state.selected}
                    onClose={state.close}
                    onSaved={state.saved}
                  />
                ) : null
              }
            />
            <KeyHints mayEdit={mayEdit} />
          </div>
        )
      })}
      {mayEdit ? (
        <UnaskedSentences
          deckId={deckId}
          view={view}
          unasked={props.unasked}
          writing={state.writing?.sentence ?? null}
          writer={writer}
          onWrite={state.write}
          onAskAnother={(sentence) => void state.askAnother(sentence)}
        />
      ) : null}
      <Pager deckId={deckId} view={view} page={page} />
    </section>
  )
}

function KeyHints({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('items.keys')
  const hints = [
    { keys: ['J', 'K'], does: t('move') },
    ...(mayEdit
      ? [
          { keys: ['N'], does: t('writeShort') },
          { keys: ['U'], does: t('undoShort') },
        ]
      : []),
    { keys: ['?'], does: t('all') },
  ]
  return (
    <p
      aria-hidden="true"
      className="my-3 flex flex-wrap gap-x-4 gap-y-1 text-caption text-ink-muted in-data-[single-keys=off]:hidden max-sm:hidden [@media(hover:none)]:hidden"
    >
      {hints.map(({ keys, does }) => (
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

function Pager({ deckId, view, page }: Pick<ItemsScreenProps, 'deckId' | 'view' | 'page'>) {
  const t = useTranslations('items.sections')
  if (page.pages < 2) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t pt-5">
      <p className="text-label text-ink-muted">{t('page', { page: page.page, pages: page.pages })}</p>
      <div className="flex flex-wrap gap-3">
        {page.before ? (
          <ButtonLink size="slim" prefetch={false} href={itemsAddress(deckId, { ...view, page: page.page - 1 })}>
            {t('previous')}
          </ButtonLink>
        ) : null}
        {page.after ? (
          <ButtonLink size="slim" prefetch={false} href={itemsAddress(deckId, { ...view, page: page.page + 1 })}>
            {t('next')}
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  )
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
