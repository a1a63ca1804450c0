'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { BulkBar, SelectAll } from './bulk-selection'
import { FactSection } from './fact-section'
import { type ItemsView, itemsAddress } from './items-query'
import type { ItemsScreenProps, ListedFact } from './items-types'
import type { ItemsPageState } from './use-items-page'

type ItemsListProps = ItemsScreenProps & { state: ItemsPageState }

/** A page of items under their facts, and the actions on those that are selected. */
export function ItemsList({ state, ...props }: ItemsListProps) {
  const t = useTranslations('items')
  const { deckId, page, view, mayEdit, own } = props
  const { selection, ids } = state
  const maySelect = own !== null && ids.length > 0
  return (
    <section aria-label={t('list')} className="min-w-0 pt-5 pb-8 wide:ps-8">
      <div className="flex items-center justify-between gap-x-5 text-label">
        <p className="flex min-w-0 gap-x-[0.3em] text-ink-muted">
          {state.fact ? <Position groups={page.groups} fact={state.fact} /> : t('filter.none')}
        </p>
        <KeyHints mayEdit={mayEdit} />
      </div>
      {maySelect ? <SelectAll count={selection.selected.length} total={ids.length} onAll={selection.all} /> : null}
      <Facts state={state} {...props} />
      {maySelect ? (
        <BulkBar
          deckId={deckId}
          view={view}
          mayEdit={mayEdit}
          count={selection.selected.length}
          tags={own.tags}
          bulkByForm={props.actions.bulkByForm}
          onDecide={state.decideSelected}
          onAnnotate={(annotation) => void state.annotate({ itemIds: selection.selected }, annotation)}
          onClear={selection.clear}
        />
      ) : null}
      <Pager deckId={deckId} view={view} {...page} />
    </section>
  )
}

function Facts({ state, page: { groups }, own, ...props }: ItemsListProps) {
  return groups.map((fact, at) => (
    <FactSection
      key={fact.id}
      {...props}
      fact={fact}
      annotations={own?.annotations[fact.id]}
      startsHeading={groups[at - 1]?.heading !== fact.heading}
      repeatsStatement={fact.statement !== '' && groups[at - 1]?.statement === fact.statement}
      items={fact.items.map((item) => state.byId.get(item.id) ?? item)}
      mayAnnotate={own !== null}
      selected={state.selection.selectedSet}
      current={state.current.id}
      owner={own?.learnerId ?? null}
      editing={state.editing}
      onCurrent={state.current.set}
      onEdit={state.setEditing}
      onClose={state.closeEditor}
      onDecide={state.decide}
      onSelect={state.selection.toggle}
      onAnnotate={(factId, annotation) => void state.annotate({ factIds: [factId] }, annotation)}
      onSaved={(item, saved) => {
        void state.saved(item, saved)
        state.closeEditor(item.id)
      }}
    />
  ))
}

/** Which fact of its section is the current one. */
function Position({ groups, fact }: { groups: readonly ListedFact[]; fact: ListedFact }) {
  const t = useTranslations('items')
  if (fact.statement === '') return <span className="truncate">{fact.heading}</span>
  const section = groups.filter(({ heading, statement }) => heading === fact.heading && statement !== '')
  const at = section.indexOf(fact) + 1
  return (
    <>
      <span className="flex-none">{t('where', { at, total: section.length })}</span>
      {fact.heading ? <span className="truncate">{t('whereIn', { heading: fact.heading })}</span> : null}
    </>
  )
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
      className="flex flex-none gap-x-4 text-caption text-ink-muted in-data-[single-keys=off]:hidden max-sm:hidden [@media(hover:none)]:hidden"
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

type PagerProps = {
  deckId: string
  view: ItemsView
  page: number
  pages: number
  /** The last item of the page before, and the first of the page after; null if there is no such page. */
  before: string | null
  after: string | null
}

function Pager({ deckId, view, page, pages, before, after }: PagerProps) {
  const t = useTranslations('items.sections')
  if (pages < 2) return null
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-between gap-3 border-t pt-5">
      <p className="text-label text-ink-muted">{t('page', { page, pages })}</p>
      <div className="flex flex-wrap gap-3">
        {before ? (
          <ButtonLink size="slim" prefetch={false} href={itemsAddress(deckId, { ...view, page: page - 1 })}>
            {t('previous')}
          </ButtonLink>
        ) : null}
        {after ? (
          <ButtonLink size="slim" prefetch={false} href={itemsAddress(deckId, { ...view, page: page + 1 })}>
            {t('next')}
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  )
}
