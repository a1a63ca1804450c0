'use client'

import { useEffect, useRef, useState } from 'react'
import type { Span } from '@/lib/core/document/document'
import type { AnotherOutcome } from './items-types'

/**
 * Asks for another item on a sentence. A model may take long, so this is no action: those of a page wait for one another.
 * `asking` is the sentence that is asked about; only one is at a time.
 */
export function useAskAnother(deckId: string, onAnswer: (outcome: AnotherOutcome | null, sentence: Span) => void) {
  const [asking, setAsking] = useState<Span | null>(null)
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])

  const ask = async (sentence: Span) => {
    if (current.current) return
    const abort = new AbortController()
    current.current = abort
    setAsking(sentence)
    const outcome = await send(deckId, sentence, abort.signal).catch(() => null)
    current.current = null
    setAsking(null)
    if (!abort.signal.aborted) onAnswer(outcome, sentence)
  }
  return { asking, ask, stop: () => current.current?.abort() }
}

async function send(deckId: string, { start, end }: Span, signal: AbortSignal): Promise<AnotherOutcome | null> {
  const response = await fetch(`/api/decks/${deckId}/another-item`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ start, end }),
    signal,
  })
  return response.status === 200 || response.status === 404 ? response.json() : null
}
