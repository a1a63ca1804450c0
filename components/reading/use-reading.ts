'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Reading } from '@/lib/data/readings/find-reading'
import { useAnnounce } from '../ui/live-region'

/** What the screens say of a document that the model reads. */
export type ShownReading = Omit<Reading, 'consent' | 'promptTokens' | 'completionTokens'> & {
  readonly tokens: number
  /** Cards that can be studied now. */
  readonly cards: number
}

/** The reason as a choice of the message `why`; a name there has no hyphen. */
export const reasonKey = ({ state, reason }: ShownReading): string =>
  state === 'limit' ? state : (reason ?? 'none').replaceAll('-', '_')

const POLL_EVERY_MS = 2_000

const isActive = ({ state }: ShownReading) => state === 'running' || state === 'waiting'

/** Polls while the model reads. When it ends, announces it and refreshes the page. */
export function useReading(deckId: string, initial: ShownReading): ShownReading {
  const [polled, setPolled] = useState<ShownReading | null>(null)
  const router = useRouter()
  const announce = useAnnounce()
  const t = useTranslations('reading')
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the end is announced does not change what is polled.
  useEffect(() => {
    setPolled(null)
    if (!isActive(initial)) return
    return poll(deckId, setPolled, (end) => {
      if (end !== 'gone') announce(t(`title.${end.state}`))
      router.refresh()
    })
    // Each refresh gives another `initial`, perhaps in the same state: somebody may have resumed what has just ended.
  }, [deckId, initial])
  return polled ?? initial
}

/** `gone`: the deck was deleted. */
type End = ShownReading | 'gone'

const isEnd = (answer: End | 'unknown'): answer is End =>
  answer === 'gone' || (answer !== 'unknown' && !isActive(answer))

function poll(deckId: string, onReading: (reading: ShownReading) => void, onEnd: (end: End) => void): () => void {
  let timer = window.setTimeout(ask, POLL_EVERY_MS)
  let isStopped = false
  async function ask() {
    const answer = document.hidden ? 'unknown' : await fetchReading(deckId)
    if (isStopped) return
    if (isEnd(answer)) return onEnd(answer)
    if (answer !== 'unknown') onReading(answer)
    timer = window.setTimeout(ask, POLL_EVERY_MS)
  }
  return () => {
    isStopped = true
    window.clearTimeout(timer)
  }
}

async function fetchReading(deckId: string): Promise<End | 'unknown'> {
  try {
    const response = await fetch(`/api/decks/${deckId}/reading`)
    if (response.status === 404) return 'gone'
    return response.ok ? await response.json() : 'unknown'
  } catch {
    return 'unknown'
  }
}
