'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../ui/live-region'
import type { ImportEvent, Refusal } from './import-event'
import { sendDocument } from './send-document'

export type Progress = Extract<ImportEvent, { kind: 'progress' }>
export type Started = Extract<ImportEvent, { kind: 'started' }>
type End = Extract<ImportEvent, { kind: 'imported' | 'stopped' }>

/** A document that is whole before anybody could press a button is opened without offering one. */
const OFFER_AFTER_MS = 700

type Sending = { readonly cancel: AbortController; started?: Started; offered?: boolean; wait?: number }

/**
 * Sends the form and follows what the server tells. Until the first cards are there, cancelling or leaving ends it and
 * leaves nothing. From then on the server goes on by itself, and `stop` asks it to keep what it has.
 */
export function useSending(stop: (form: FormData) => Promise<void>) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [offer, setOffer] = useState<Started | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const running = useRef<Sending>(undefined)
  const open = useOpening()
  const say = useSaying()
  const end = () => {
    window.clearTimeout(running.current?.wait)
    running.current?.cancel.abort()
    running.current = undefined
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only who leaves the page ends it so.
  useEffect(() => end, [])

  const start = (sending: Sending, started: Started) => {
    sending.started = started
    sending.wait = window.setTimeout(() => {
      sending.offered = true
      setOffer(started)
      say('progress.startedAloud', { cards: started.cards })
    }, OFFER_AFTER_MS)
  }
  const tell = (sending: Sending) => (event: ImportEvent) => {
    if (event.kind === 'progress') return setProgress(event)
    if (event.kind === 'started') return start(sending, event)
    const offered = sending.offered === true
    end()
    if (event.kind !== 'rejected') return open(event, offered)
    setProgress(null)
    setRefusal({ reason: event.reason, values: event.values })
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (running.current) return
    const sending: Sending = { cancel: new AbortController() }
    running.current = sending
    setRefusal(null)
    setOffer(null)
    setProgress({ kind: 'progress', phase: 'reading' })
    void sendDocument(new FormData(event.currentTarget), sending.cancel.signal, tell(sending))
  }
  const cancel = () => {
    const started = running.current?.started
    if (started) void stop(formOf(started))
    else running.current?.cancel.abort()
  }
  const forget = () => {
    setRefusal(null)
    if (!running.current) setOffer(null)
  }
  return { progress, offer, refusal, send, cancel, forget }
}

function useSaying() {
  const t = useTranslations('document')
  const announce = useAnnounce()
  return (key: string, values?: Record<string, number>) => announce(t(key, values))
}

function formOf({ deckId }: Started): FormData {
  const form = new FormData()
  form.set('deckId', deckId)
  return form
}

/** Where a document leads to: a short one to its items, one that was made for a while, or is not whole, to its deck. */
function useOpening() {
  const router = useRouter()
  const say = useSaying()
  return (end: End, offered: boolean) => {
    if (end.kind === 'imported') say(endWord(end, offered), { facts: end.facts, items: end.items })
    else say('progress.stopped')
    const toItems = end.kind === 'imported' && end.complete && !offered
    router.push(toItems ? `/decks/${end.deckId}/items` : `/decks/${end.deckId}`)
  }
}

function endWord({ complete, fresh }: Extract<End, { kind: 'imported' }>, offered: boolean): string {
  if (!complete) return 'progress.againGenerating'
  if (!fresh) return 'progress.again'
  return offered ? 'progress.doneDeck' : 'progress.done'
}
