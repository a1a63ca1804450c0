'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { GenerationState } from '@/lib/core/document/generation-state'
import { useAnnounce } from '../ui/live-region'

/** Of a document that is not complete. */
export type Incomplete = Exclude<GenerationState, { kind: 'complete' }>

const LOOK_EVERY_MS = 2_000

/** Polls while the document is generated. At the end, announces it and refreshes the page. */
export function useGenerationState(deckId: string, initial: Incomplete): Incomplete {
  const [seen, setSeen] = useState<Incomplete | null>(null)
  const end = useEnd()
  const { kind } = initial
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the end is told does not change what is looked at.
  useEffect(() => {
    if (kind !== 'generating') return
    const leave = watch(deckId, setSeen, end)
    return () => {
      leave()
      setSeen(null)
    }
  }, [deckId, kind])
  return seen ?? initial
}

function watch(deckId: string, tell: (news: Incomplete) => void, end: (how: End) => void): () => void {
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

type Stopped = Extract<GenerationState, { kind: 'stopped' }>
/** `gone`: the deck is not there any more. */
type End = Stopped | 'complete' | 'gone'
type News = Extract<GenerationState, { kind: 'generating' }> | End | 'unknown'

const isEnd = (news: News): news is End =>
  news === 'complete' || news === 'gone' || (news !== 'unknown' && news.kind === 'stopped')

function useEnd(): (end: End) => void {
  const router = useRouter()
  const announce = useAnnounce()
  const t = useTranslations('deck.generation')
  return (end) => {
    if (end === 'complete') announce(t('done'))
    else if (end !== 'gone') announce(t(end.reason, { page: end.page, pages: end.pages, facts: end.facts }))
    router.refresh()
  }
}

async function lookAt(deckId: string): Promise<News> {
  try {
    const response = await fetch(`/api/decks/${deckId}/generation`)
    if (response.status === 404) return 'gone'
    if (!response.ok) return 'unknown'
    const state: GenerationState = await response.json()
    return state.kind === 'complete' ? 'complete' : state
  } catch {
    return 'unknown'
  }
}
