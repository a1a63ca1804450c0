'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, ButtonLink, buttonClass } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { AcceptAll, AcceptAllQuestion } from './accept-all'
import { ItemCard, ItemRow } from './item-card'
import { ItemEditor, MergeEditor, writtenOn } from './item-editor'
import { ItemMenu } from './item-menu'
import { countBeyond } from './items-head'
import { itemsAddress, writeSpan } from './items-query'
import { ItemsTabs } from './items-tabs'
import type { ItemsScreenProps, ListedItem } from './items-types'
import { AskAnother, UnaskedSentences } from './unasked-sentences'
import type { useItemsPage } from './use-items-page'

export type ItemsState = ReturnType<typeof useItemsPage>

type PartProps = {
  props: ItemsScreenProps
  state: ItemsState
  /** The form of a new item, where it does not stand in the document. */
  writer: ReactNode
}

/** The items that a tab lists, one of them in focus, and the sentences that gave none. */
export function ItemsList({ props, state, writer }: PartProps) {
  const t = useTranslations('items')
  const { deckId, view, mayEdit } = props
  const { listed } = state
  const beyond = countBeyond(state.decisions.depths)
  return (
    <section aria-label={t('list')} className="min-w-0 pt-4 pb-8 wide:ps-10">
      {props.confirming ? (
        <AcceptAllQuestion {...{ deckId, actions: props.actions, doubts: props.confirming, beyond }} />
      ) : null}
      {mayEdit ? (
        <ItemsTabs
          deckId={deckId}
          view={view}
          counts={state.decisions.counts}
          acceptAll={<AcceptAllHere props={props} state={state} className="-me-4 max-sm:hidden" />}
        />
      ) : null}
      {listed.length === 0 ? (
        <>
          <p className="py-6 text-ink-muted">{t(whyNone(view, state))}</p>
          <UnderItem props={props} state={state} writer={writer} />
        </>
      ) : null}
      {listed.map((item) =>
        item.id === state.item?.id ? (
          <div key={item.id}>
            <ItemInFocus props={props} state={state} item={item} />
            <UnderItem props={props} state={state} writer={writer} />
          </div>
        ) : (
          <ItemRow
            key={item.id}
            {...{ item, deckId, view, mayEdit }}
            hasDraft={state.drafts.includes(item.id)}
            onOpen={state.open}
          />
        ),
      )}
      {mayEdit ? <AcceptAllHere props={props} state={state} className="-ms-4 border-t sm:hidden" /> : null}
      {mayEdit ? (
        <UnaskedSentences
          deckId={deckId}
          view={view}
          unasked={props.unasked}
          isOpen={props.page.counts.all === 0}
          writing={state.writing?.sentence ?? null}
          writer={writer}
          onWrite={state.write}
          another={state.another}
        />
      ) : null}
      <Pager deckId={deckId} view={view} page={props.page} />
    </section>
  )
}

function whyNone(view: ItemsScreenProps['view'], { decisions }: ItemsState) {
  if (decisions.counts.all === 0) return 'noneYet'
  return view.show === 'to-check' ? 'checked' : 'filter.none'
}

/** Beside the tabs; on a phone, where they take the whole line, under the items. */
function AcceptAllHere({ props, state, className }: Omit<PartProps, 'writer'> & { className: string }) {
  const { deckId, actions } = props
  const [first] = state.listed
  if (state.decisions.counts['to-check'] === 0) return null
  return (
    <AcceptAll
      {...{ deckId, actions, className }}
      beyond={countBeyond(state.decisions.depths)}
      onAcceptAll={state.acceptAll}
      onCheckFirst={() => first && state.open(first.id)}
    />
  )
}

function ItemInFocus({ props, state, item }: Omit<PartProps, 'writer'> & { item: ListedItem }) {
  const { deckId, view, mayEdit, actions, own, done } = props
  const annotations = own?.annotations[state.fact?.id ?? ''] ?? { starred: false, suspended: false, tags: [] }
  const isEdited = state.editing === item.id && mayEdit && item.answer !== null
  const merging = state.merging?.items[0].id === item.id ? state.merging : null
  const { selected, close: onClose, saved: onSaved } = state
  const editor = { ...props, owner: own?.learnerId ?? null, selected, handle: state.editor, onClose, onSaved }
  return (
    <ItemCard
      {...{ item, deckId, view, mayEdit, actions, done }}
      isWriting={state.writing !== null}
      hasDraft={state.drafts.includes(item.id)}
      findings={state.found?.itemId === item.id ? state.found.findings : []}
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
        merging ? (
          <MergeEditor {...editor} merging={merging} />
        ) : isEdited ? (
          <ItemEditor {...editor} item={item} />
        ) : null
      }
    />
  )
}

/** More ways to an item. On a wide screen the head of the deck links to the assistant. */
function UnderItem({ props: { deckId, view, document, mayEdit, unasked }, state, writer }: PartProps) {
  const t = useTranslations('items.write')
  if (!mayEdit) return <KeyHints mayEdit={false} />
  const sentence = state.writing?.sentence
  const isUnasked = unasked.sentences.some(({ span }) => sentence && writeSpan(span) === writeSpan(sentence))
  return (
    <>
      <div className="-ms-4 my-1 flex flex-wrap items-center sm:gap-x-4">
        {state.here ? (
          <Link
            href={itemsAddress(deckId, view, { item: state.item?.id ?? null, more: { write: writeSpan(state.here) } })}
            prefetch={false}
            scroll={false}
            onClick={(event) => {
              event.preventDefault()
              state.writeHere()
            }}
            className={buttonClass('bare', 'slim')}
          >
            {t('open')} <Kbd>N</Kbd>
          </Link>
        ) : null}
        {state.isAskingAnother && state.proving ? <AskAnother sentence={state.proving} {...state.another} /> : null}
        <GoOnWriting state={state} />
        <KeyHints mayEdit />
        {document.isByHand ? null : (
          <ButtonLink variant="bare" size="slim" className="sm:hidden" href={`/decks/${deckId}/items/assistant`}>
            {t('assistant')}
          </ButtonLink>
        )}
      </div>
      {isUnasked || !writer ? null : <div className="mb-6">{writer}</div>}
    </>
  )
}

/** To an item that was being written, once its form is closed. */
function GoOnWriting({ state: { drafts, writing, write } }: { state: ItemsState }) {
  const t = useTranslations('items.write')
  const sentence = drafts.map(writtenOn).find((span) => span !== null)
  if (!sentence || writing) return null
  return (
    <Button variant="bare" size="slim" onClick={() => write(sentence)}>
      {t('goOn')}
    </Button>
  )
}

function KeyHints({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('items.keys')
  const hints = [
    { keys: ['J', 'K'], does: t('move') },
    ...(mayEdit ? [{ keys: ['U'], does: t('undoShort') }] : []),
    { keys: ['?'], does: t('all') },
  ]
  return (
    <p
      aria-hidden="true"
      className="flex flex-wrap gap-x-4 gap-y-1 text-caption text-ink-muted in-data-[single-keys=off]:hidden max-sm:hidden [@media(hover:none)]:hidden"
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
