'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type ItemsView, itemsAddress } from './items-query'
import type { ReviewPage } from './review-types'

type Place = { deckId: string; page: ReviewPage; view: ItemsView; first: string | null }

/** Which item is at hand. Beyond the ends of a page lie the pages before and after it. */
export function useItemPlace({ deckId, page, view, first }: Place) {
  const router = useRouter()
  const ids = page.groups.flatMap(({ items }) => items.map(({ id }) => id))
  const [chosen, setChosen] = useState(first)
  const current = chosen && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  // Focus follows with the next frame; the next key may be faster, and means the item that the last one went to.
  const latest = useRef(current)
  const setCurrent = (id: string) => {
    latest.current = id
    setChosen(id)
  }
  // What was chosen may be gone from a page that came since.
  useEffect(() => {
    latest.current = current
  }, [current])
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
    const item = page.groups.find(({ id }) => id === factId)?.items[0]
    if (item) focusItem(item.id)
  }
  const { groups } = page
  useEffect(() => {
    const { hash } = window.location
    const group = groups.find(({ id }) => hash === `#fact-${id}`)
    const item = groups.flatMap(({ items }) => items).find(({ id }) => hash === `#item-${id}`) ?? group?.items[0]
    if (item) focusItem(item.id)
  }, [groups])
  return { current, latest, setCurrent, move, jump }
}

export function focusItem(id: string): void {
  requestAnimationFrame(() => {
    const article = window.document.getElementById(`item-${id}`)
    article?.focus({ preventScroll: true })
    article?.scrollIntoView({ block: 'nearest' })
  })
}
