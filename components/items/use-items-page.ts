'use client'

import { useMemo, useState } from 'react'
import { useSelection } from './bulk-selection'
import { useItemsKeys } from './items-keys'
import type { ItemsScreenProps } from './items-types'
import { useAnnotate } from './use-annotate'
import { focusItem, useCurrentItem } from './use-current-item'
import { useDecisions } from './use-decisions'

/** The state of the items page: the current item, the selection, the open editor, and what keys and buttons do with them. */
export function useItemsPage({ deckId, page, view, mayEdit, actions, own, ...props }: ItemsScreenProps) {
  const { groups } = page
  const decisions = useDecisions(deckId, page, actions)
  const { decide, decideMany } = decisions
  const current = useCurrentItem({ deckId, page, view, first: props.editing ?? props.done?.itemId ?? null })
  const annotate = useAnnotate(deckId, actions, decisions)
  const ids = useMemo(() => groups.flatMap(({ items }) => items.map(({ id }) => id)), [groups])
  const selection = useSelection(ids)
  const [editing, setEditing] = useState(props.editing)
  const byId = new Map(decisions.items.map((item) => [item.id, item]))
  const closeEditor = (id: string) => {
    setEditing(null)
    focusItem(id)
  }
  const decideSelected = (kind: 'accepted' | 'rejected') => {
    void decideMany(
      selection.selected.flatMap((id) => byId.get(id) ?? []),
      kind,
    )
    selection.clear()
  }
  useItemsKeys({
    mayEdit,
    mayAnnotate: own !== null,
    currentItem: () => byId.get(current.latest.current ?? ''),
    decide: (item, kind) => {
      // While items are selected, a key decides all of them.
      if (selection.selected.length > 0) return decideSelected(kind)
      void decide(item, kind)
      if (kind === 'accepted') current.move(1)
    },
    undo: decisions.undo,
    edit: setEditing,
    move: current.move,
    select: selection.toggle,
    clear: selection.clear,
  })
  return {
    ...decisions,
    annotate,
    current,
    ids,
    selection,
    byId,
    fact: groups.find(({ items }) => items.some(({ id }) => id === current.id)) ?? groups[0],
    item: current.id ? byId.get(current.id) : undefined,
    editing,
    setEditing,
    closeEditor,
    decideSelected,
  }
}

export type ItemsPageState = ReturnType<typeof useItemsPage>
