'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { DOCUMENT_BYTES } from '@/lib/core/shared/input-limits'
import { useAnnounce } from '../ui/live-region'
import { type ImportEvent, type Refusal, withImportedAgain } from './import-event'
import { postForEvents } from './post-for-events'

export type Progress = Extract<ImportEvent, { kind: 'progress' }>
export type Started = Extract<ImportEvent, { kind: 'started' }>
/** By the fields of the form. */
type Asked = { readonly title: string; readonly depth: string }
type End = Extract<ImportEvent, { kind: 'imported' | 'stopped' }>

/** Short documents are complete before anybody could press a button: they open without an offer. */
const OFFER_AFTER_MS = 700

type Sending = { readonly abort: AbortController; started?: Started; isOffered?: boolean; timer?: number }

/**
 * Sends the form and follows the server's events. Before the first cards, cancelling or leaving the page ends the import
 * and leaves nothing. After them the server goes on by itself, and `stop` asks it to keep what it has.
 */
export function useSendDocument(stop: (form: FormData) => Promise<void>, isStranger: boolean) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [offer, setOffer] = useState<Started | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const current = useRef<Sending>(undefined)
  const open = useOpenResult(isStranger)
  const t = useTranslations('document')
  const announce = useAnnounce()
  const end = () => {
    window.clearTimeout(current.current?.timer)
    current.current?.abort.abort()
    current.current = undefined
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs only when the page is left.
  useEffect(() => end, [])

  const start = (sending: Sending, started: Started) => {
    sending.started = started
    sending.timer = window.setTimeout(() => {
      sending.isOffered = true
      setOffer(started)
      announce(t('progress.startedAloud', { cards: started.cards }))
    }, OFFER_AFTER_MS)
  }
  const receive = (sending: Sending, asked: Asked) => (event: ImportEvent) => {
    if (event.kind === 'progress') return setProgress(event)
    if (event.kind === 'started') return start(sending, event)
    const wasOffered = sending.isOffered === true
    end()
    if (event.kind !== 'rejected') return open(event, { wasOffered, asked })
    setProgress(null)
    setRefusal({ reason: event.reason, values: event.values })
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (current.current) return
    const sending: Sending = { abort: new AbortController() }
    current.current = sending
    setRefusal(null)
    setOffer(null)
    setProgress({ kind: 'progress', phase: 'reading' })
    // The button that sent it may say more than the fields.
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    const asked = { title: String(form.get('title') ?? ''), depth: String(form.get('depth') ?? '') }
    void sendDocument(form, sending.abort.signal, receive(sending, asked))
  }
  const cancel = () => {
    const started = current.current?.started
    if (started) void stop(formOf(started))
    else current.current?.abort.abort()
  }
  /** After a change to the form: what was said of the earlier text no longer holds. */
  const reset = () => {
    setRefusal(null)
    if (!current.current) setOffer(null)
  }
  return { progress, offer, refusal, send, cancel, reset }
}

const NETWORK: Refusal = { reason: 'network', values: {} }
// The first cards are saved, and the server goes on.
const LOST: Refusal = { reason: 'lost', values: {} }
const CANCELLED: Refusal = { reason: 'cancelled', values: {} }

/** The last event is always `imported`, `stopped` or `rejected`. */
async function sendDocument(form: FormData, signal: AbortSignal, receive: (event: ImportEvent) => void): Promise<void> {
  const file = form.get('file')
  if (file instanceof File && file.size > DOCUMENT_BYTES)
    return receive({ kind: 'rejected', reason: 'too-many-bytes', values: { megabytes: file.size / 1e6 } })
  let [hasStarted, hasEnded] = [false, false]
  const onEvent = (event: ImportEvent) => {
    if (event.kind === 'started') hasStarted = true
    else if (event.kind !== 'progress') hasEnded = true
    receive(event)
  }
  const onBreak = (): ImportEvent | null =>
    hasEnded ? null : { kind: 'rejected', ...(signal.aborted ? CANCELLED : hasStarted ? LOST : NETWORK) }
  await postForEvents('/api/documents', { body: form, signal }, { onEvent, onBreak })
}

function formOf({ deckId }: Started): FormData {
  const form = new FormData()
  form.set('deckId', deckId)
  return form
}

/**
 * A document that was complete at once opens on its items; one that took a while, or is not complete, on its deck. One
 * that the model reads opens on that.
 */
function useOpenResult(isStranger: boolean) {
  const router = useRouter()
  const t = useTranslations('document.progress')
  const announce = useAnnounce()
  return (end: End, { wasOffered, asked }: { wasOffered: boolean; asked: Asked }) => {
    if (end.kind === 'imported') announce(t(messageOf(end, wasOffered), { items: end.items }))
    else announce(t('stopped'))
    const address = addressAfter(end, wasOffered)
    router.push(end.kind === 'imported' && !end.fresh ? withImportedAgain(address, end, asked) : address)
    // They are a guest now: the header, which both pages share, has other links.
    if (isStranger) router.refresh()
  }
}

function addressAfter(end: End, wasOffered: boolean): string {
  const deck = `/decks/${end.deckId}`
  if (end.kind === 'stopped') return deck
  if (end.next === 'assistant') return `${deck}/items/assistant`
  if (end.next === 'reading') return `${deck}/reading`
  return end.complete && !wasOffered ? `${deck}/items` : deck
}

function messageOf({ complete, fresh, begun, next }: Extract<End, { kind: 'imported' }>, wasOffered: boolean) {
  if (next === 'assistant') return 'assistant'
  if (next === 'reading') return fresh ? 'modelReads' : 'againReading'
  if (!complete) return 'againGenerating'
  if (!fresh && begun !== 'rest') return 'again'
  return wasOffered ? 'doneDeck' : 'done'
}
