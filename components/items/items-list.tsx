'use client'

import { useTranslations } from 'next-intl'
import { BulkBar, SelectAll } from './bulk-selection'
import { FactSection } from './fact-section'
import { ItemsPager } from './items-pager'
import { ItemsPlace } from './items-place'
import type { ItemsScreenProps } from './items-screen'
import type { useItemsScreen } from './use-items-screen'

type ItemsListProps = ItemsScreenProps & { desk: ReturnType<typeof useItemsScreen> }

/** A page of items under their facts, and what can be done with those that are selected. */
export function ItemsList({ desk, ...props }: ItemsListProps) {
  const t = useTranslations('items')
  const { deckId, page, view, mayEdit, own } = props
  const { selection, ids } = desk
  const maySelect = own !== null && ids.length > 0
  return (
    <section aria-label={t('list')} className="min-w-0 pt-5 pb-8 wide:ps-8">
      <ItemsPlace groups={page.groups} fact={desk.fact} mayEdit={mayEdit} />
      {maySelect ? <SelectAll count={selection.selected.length} total={ids.length} onAll={selection.all} /> : null}
      <Facts desk={desk} {...props} />
      {maySelect ? (
        <BulkBar
          deckId={deckId}
          view={view}
          mayEdit={mayEdit}
          count={selection.selected.length}
          tags={own.tags}
          bulkByForm={props.actions.bulkByForm}
          onDecide={desk.decideSelected}
          onAnnotate={(annotation) => void desk.annotate({ itemIds: selection.selected }, annotation)}
          onClear={selection.clear}
        />
      ) : null}
      <ItemsPager deckId={deckId} view={view} {...page} />
    </section>
  )
}

function Facts({ desk, page: { groups }, own, ...props }: ItemsListProps) {
  const { review, place, selection, byId, close, annotate } = desk
  return groups.map((fact, at) => (
    <FactSection
      key={fact.id}
      {...props}
      fact={fact}
      annotations={own?.annotations[fact.id]}
      titled={groups[at - 1]?.heading !== fact.heading}
      repeated={fact.statement !== '' && groups[at - 1]?.statement === fact.statement}
      items={fact.items.map((one) => byId.get(one.id) ?? one)}
      mayLay={own !== null}
      selected={selection.isSelected}
      current={place.current}
      owner={own?.learnerId ?? null}
      editing={desk.edited}
      onCurrent={place.setCurrent}
      onEdit={desk.setEdited}
      onClose={close}
      onDecide={review.decide}
      onSelect={selection.toggle}
      onAnnotate={(factId, annotation) => void annotate({ factIds: [factId] }, annotation)}
      onSaved={(one, state) => {
        void review.saved(one, state)
        close(one.id)
      }}
    />
  ))
}
