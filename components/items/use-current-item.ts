'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { itemsAddress } from './items-query'
import type { ItemsScreenProps, ListedItem } from './items-types'

type Options = Pick<ItemsScreenProps, 'deckId' | 'page' | 'view'> & {
  listed: readonly ListedItem[]
  first: string | null
}

/** The item that gets the focus. `isLate`: it was not listed when it was drawn, and another one has the focus until it is. */
type Wanted = { readonly id: string; readonly isLate: boolean }

const REMEMBERED = 8

/** The item in focus. Moving beyond the first or last item opens the page before or after. */
export function useCurrentItem({ deckId, page, view, listed, first }: Options) {
  const router = useRouter()
  const ids = listed.map(({ id }) => id)
  // The last first. What is not listed yet, or no longer, leaves the focus to the one before.
  const [chosen, setChosen] = useState<readonly string[]>(first ? [first] : [])
  const id = chosen.find((itemId) => ids.includes(itemId)) ?? ids[0] ?? null
  const choose = (itemId: string) =>
    setChosen((before) => [...new Set([itemId, ...(id ? [id] : []), ...before])].slice(0, REMEMBERED))
  // Focus follows after the change is drawn. A key that is pressed sooner acts on the item that it moved to.
  const latest = useRef(id)
  const wanted = useRef<Wanted | null>(null)
  useLayoutEffect(() => {
    latest.current = id
    if (!wanted.current || !id) return
    const isListed = id === wanted.current.id
    if (isListed || !wanted.current.isLate) focusItem(id)
    // What was saved just now is listed once the server has sent it.
    wanted.current = isListed ? null : { ...wanted.current, isLate: true }
  })
  const set = (itemId: string) => {
    latest.current = itemId
    wanted.current = { id: itemId, isLate: false }
    choose(itemId)
  }
  const open = (item: string | null, number: number) => {
    if (item) router.push(itemsAddress(deckId, { ...view, page: number }, { item }), { scroll: false })
  }
  const move = (by: number) => {
    const next = ids[ids.indexOf(latest.current ?? '') + by]
    if (next) return set(next)
    if (by > 0) open(page.after, page.page + 1)
    else open(page.before, page.page - 1)
  }
  /** After a decision. If the item was the last of the page that is listed, the server is asked for more. */
  const moveOnFrom = (itemId: string, staysListed: boolean) => {
    const at = ids.indexOf(itemId)
    const next = ids[at + 1] ?? (staysListed ? null : ids[at - 1])
    if (next) set(next)
    else if (page.after) open(page.after, page.page + 1)
  }
  useEffect(() => {
    const { hash } = window.location
    const item = hash.startsWith('#item-') ? hash.slice('#item-'.length) : null
    const fact = page.groups.find((group) => hash === `#fact-${group.id}`)
    const named = item ?? fact?.items[0]?.id
    if (!named) return
    // The server may have drawn it in focus already: then no change follows.
    if (named === latest.current) return focusItem(named)
    wanted.current = { id: named, isLate: false }
    setChosen((before) => [named, ...before])
  }, [page.groups])
  return { id, latest, set, move, moveOnFrom }
}

function focusItem(id: string): void {
  const article = window.document.getElementById(`item-${id}`)
  article?.focus({ preventScroll: true })
  article?.scrollIntoView({ block: 'nearest' })
}
