'use client'

import { useMemo, useState } from 'react'
import type { ItemsScreenProps } from './items-screen'
import { useReviewKeys } from './review-keys'
import { useAnnotate } from './use-annotate'
import { focusItem, useItemPlace } from './use-current-item'
import { useItemReview } from './use-item-review'
import { useSelection } from './use-selection'

/** Which item is at hand, which are selected, and what is done with them, by keys as by pointer. */
export function useItemsScreen({ deckId, page, view, mayEdit, actions, own, editing, done }: ItemsScreenProps) {
  const { groups } = page
  const review = useItemReview(deckId, page, actions)
  const place = useItemPlace({ deckId, page, view, first: editing ?? done?.itemId ?? null })
  const annotate = useAnnotate(deckId, actions, review)
  const ids = useMemo(() => groups.flatMap(({ items }) => items.map(({ id }) => id)), [groups])
  const selection = useSelection(ids)
  const [edited, setEdited] = useState(editing)
  const byId = new Map(review.items.map((item) => [item.id, item]))
  const close = (id: string) => {
    setEdited(null)
    focusItem(id)
  }
  const decideSelected = (kind: 'accepted' | 'rejected') => {
    const items = selection.selected.flatMap((id) => byId.get(id) ?? [])
    void review.decideMany(items, kind)
    selection.clear()
  }
  useReviewKeys({
    mayEdit,
    mayLay: own !== null,
    atHand: () => byId.get(place.latest.current ?? ''),
    decide: (item, kind) => {
      // With a selection, a key means all of it.
      if (selection.selected.length > 0) return decideSelected(kind)
      void review.decide(item, kind)
      if (kind === 'accepted') place.move(1)
    },
    undo: review.undo,
    edit: setEdited,
    move: place.move,
    select: selection.toggle,
    clear: selection.clear,
  })
  const { current } = place
  return {
    review,
    place,
    annotate,
    ids,
    selection,
    byId,
    fact: groups.find(({ items }) => items.some(({ id }) => id === current)) ?? groups[0],
    item: current ? byId.get(current) : undefined,
    edited,
    setEdited,
    close,
    decideSelected,
  }
}
