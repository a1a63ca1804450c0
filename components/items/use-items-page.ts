'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSelection } from './bulk-selection'
import { type ItemsView, itemsAddress } from './items-query'
import { useItemsShortcuts } from './items-shortcuts'
import type { ItemsPage, ItemsScreenProps } from './items-types'
import { useDecisions } from './use-decisions'
import { useFlagsAndTags } from './use-flags-and-tags'

/** The state of the items page: the current item, the selection, the open editor, and what keys and buttons do with them. */
export function useItemsPage({ deckId, page, view, mayEdit, actions, own, ...props }: ItemsScreenProps) {
  const { groups } = page
  const decisions = useDecisions(deckId, page, actions)
  const { decide, decideMany } = decisions
  const current = useCurrentItem({ deckId, page, view, first: props.editing ?? props.done?.itemId ?? null })
  const annotate = useFlagsAndTags(deckId, actions, decisions)
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
  useItemsShortcuts({
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

type Options = { deckId: string; page: ItemsPage; view: ItemsView; first: string | null }

/** The current item of the page. Moving beyond the first or last item opens the page before or after. */
function useCurrentItem({ deckId, page, view, first }: Options) {
  const router = useRouter()
  const ids = page.groups.flatMap(({ items }) => items.map(({ id }) => id))
  const [chosen, setChosen] = useState(first)
  const id = chosen && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  // Focus follows in the next frame. A key that is pressed sooner must act on the item of the key before it.
  const latest = useRef(id)
  const set = (itemId: string) => {
    latest.current = itemId
    setChosen(itemId)
  }
  // A new page may lack the chosen item.
  useEffect(() => {
    latest.current = id
  }, [id])
  const move = (by: number) => {
    const next = ids[ids.indexOf(latest.current ?? '') + by]
    if (next) {
      latest.current = next
      return focusItem(next)
    }
    const [item, number] = by > 0 ? [page.after, page.page + 1] : [page.before, page.page - 1]
    if (item) router.push(itemsAddress(deckId, { ...view, page: number }, { item }), { scroll: false })
  }
  const jump = (factId: string) => {
    const item = page.groups.find((fact) => fact.id === factId)?.items[0]
    if (item) focusItem(item.id)
  }
  const { groups } = page
  useEffect(() => {
    const { hash } = window.location
    const fact = groups.find((group) => hash === `#fact-${group.id}`)
    const item = groups.flatMap(({ items }) => items).find((shown) => hash === `#item-${shown.id}`) ?? fact?.items[0]
    if (item) focusItem(item.id)
  }, [groups])
  return { id, latest, set, move, jump }
}

function focusItem(id: string): void {
  requestAnimationFrame(() => {
    const article = window.document.getElementById(`item-${id}`)
    article?.focus({ preventScroll: true })
    article?.scrollIntoView({ block: 'nearest' })
  })
}
