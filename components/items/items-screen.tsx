'use client'

import { CoverageSummary } from './coverage'
import { DocumentPane } from './document-pane'
import { ItemsFilters } from './items-filters'
import { ItemsList } from './items-list'
import { ItemsShortcutsDialog } from './items-shortcuts'
import type { ItemsScreenProps } from './items-types'
import { useItemsPage } from './use-items-page'

/** A page of items beside the document, in which the sentence that proves the current item is highlighted. */
export function ItemsScreen(props: ItemsScreenProps) {
  const { deckId, document, page, view, mayEdit, readOnlyReason, own } = props
  const state = useItemsPage(props)
  return (
    <>
      <CoverageSummary coverage={state.coverage} readOnlyReason={readOnlyReason} />
      <ItemsFilters
        deckId={deckId}
        mayEdit={mayEdit}
        counts={state.counts}
        sections={page.sections}
        page={page.page}
        view={view}
        onJump={state.current.jump}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <DocumentPane document={document} fact={state.fact} item={state.item} />
        <ItemsList {...props} state={state} />
        <ItemsShortcutsDialog mayEdit={mayEdit} mayAnnotate={own !== null} />
      </div>
    </>
  )
}
