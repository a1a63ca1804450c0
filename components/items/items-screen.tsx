'use client'

import type { Annotations } from '@/lib/data/tags/annotate-facts'
import { ItemsReader } from './document-pane'
import { ItemsHead } from './items-filters'
import { ItemsList } from './items-list'
import type { ItemsView } from './items-query'
import { ItemsSummary } from './items-summary'
import { ReviewKeysDialog } from './review-keys'
import type { ReviewActions, ReviewDocument, ReviewPage } from './review-types'
import { useItemsScreen } from './use-items-screen'

export type ItemsScreenProps = {
  deckId: string
  document: ReviewDocument
  page: ReviewPage
  view: ItemsView
  mayEdit: boolean
  /** Why not, as a key of messages/…/items.json. */
  kept: 'readOnly' | 'assignedOnly' | 'sharedOnly' | null
  actions: ReviewActions
  /** The learner's own tags and marks by fact, and all of their tags; null for a stranger, who has none. */
  own: {
    readonly learnerId: string
    readonly annotations: Readonly<Record<string, Annotations>>
    readonly tags: readonly string[]
  } | null
  /** From the address, for whoever has no scripts: which item is being edited, which was just decided. */
  editing: string | null
  done: { itemId: string; was: string; wasRevision: string } | null
}

/** The document with the proving sentence lit beside the items that ask it, a page of them. */
export function ItemsScreen(props: ItemsScreenProps) {
  const { deckId, document, page, view, mayEdit, kept, own } = props
  const desk = useItemsScreen(props)
  return (
    <>
      <ItemsSummary asked={desk.review.asked} kept={kept} />
      <ItemsHead
        deckId={deckId}
        mayEdit={mayEdit}
        counts={desk.review.counts}
        sections={page.sections}
        page={page.page}
        view={view}
        onJump={desk.place.jump}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <ItemsReader document={document} fact={desk.fact} item={desk.item} />
        <ItemsList {...props} desk={desk} />
        <ReviewKeysDialog mayEdit={mayEdit} mayLay={own !== null} />
      </div>
    </>
  )
}
