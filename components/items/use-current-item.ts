'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type ItemsView, itemsAddress } from './items-query'
import type { ItemsPage } from './items-types'

type Options = { deckId: string; page: ItemsPage; view: ItemsView; first: string | null }

/** The current item of the page. Moving beyond the first or last item opens the page before or after. */
export function useCurrentItem({ deckId, page, view, first }: Options) {
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

export function focusItem(id: string): void {
  requestAnimationFrame(() => {
    const article = window.document.getElementById(`item-${id}`)
    article?.focus({ preventScroll: true })
    article?.scrollIntoView({ block: 'nearest' })
  })
}
