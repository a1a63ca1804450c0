'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Making } from '@/lib/core/document/making'
import { useAnnounce } from '../ui/live-region'

/** A document that is not whole. */
export type Partly = Exclude<Making, { kind: 'whole' }>

const LOOK_EVERY_MS = 2_000

/** Looks again and again while the document is being made. When that has ended, it is said aloud and the page made anew. */
export function useMaking(deckId: string, making: Partly): Partly {
  const [seen, setSeen] = useState<Partly | null>(null)
  const end = useEnd()
  const { kind } = making
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the end is told does not change what is looked at.
  useEffect(() => {
    if (kind !== 'making') return
    const leave = watch(deckId, setSeen, end)
    return () => {
      leave()
      setSeen(null)
    }
  }, [deckId, kind])
  return seen ?? making
}

function watch(deckId: string, tell: (news: Partly) => void, end: (how: End) => void): () => void {
  let timer = window.setTimeout(look, LOOK_EVERY_MS)
  let left = false
  async function look() {
    const news = document.hidden ? 'unknown' : await lookAt(deckId)
    if (left) return
    if (isEnd(news)) return end(news)
    if (news !== 'unknown') tell(news)
    timer = window.setTimeout(look, LOOK_EVERY_MS)
  }
  return () => {
    left = true
    window.clearTimeout(timer)
  }
}

type Stopped = Extract<Making, { kind: 'stopped' }>
/** `gone`: the deck is not there any more. */
type End = Stopped | 'whole' | 'gone'
type News = Extract<Making, { kind: 'making' }> | End | 'unknown'

const isEnd = (news: News): news is End =>
  news === 'whole' || news === 'gone' || (news !== 'unknown' && news.kind === 'stopped')

function useEnd(): (end: End) => void {
  const router = useRouter()
  const announce = useAnnounce()
  const t = useTranslations('deck.making')
  return (end) => {
    if (end === 'whole') announce(t('done'))
    else if (end !== 'gone') announce(t(end.reason, { page: end.page, pages: end.pages, facts: end.facts }))
    router.refresh()
  }
}

async function lookAt(deckId: string): Promise<News> {
  try {
    const response = await fetch(`/api/decks/${deckId}/making`)
    if (response.status === 404) return 'gone'
    if (!response.ok) return 'unknown'
    const making: Making = await response.json()
    return making.kind === 'whole' ? 'whole' : making
  } catch {
    return 'unknown'
  }
}
