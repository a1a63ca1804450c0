'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { GenerationProgress } from '@/lib/core/document/generation-progress'
import { SubmitButton } from '../ui/field'
import { useAnnounce } from '../ui/live-region'

type Incomplete = Exclude<GenerationProgress, { kind: 'complete' }>

/** Each takes a form with the deck's id. */
type GenerationActions = {
  readonly cancel: (form: FormData) => Promise<void>
  readonly resume: (form: FormData) => Promise<void>
}

type Props = { deckId: string; state: Incomplete; mayEdit: boolean; actions: GenerationActions }

/** How much of a deck's document is read. Its owner may cancel the rest, or resume it. */
export function GenerationLine({ deckId, state, mayEdit, actions }: Props) {
  const t = useTranslations('deck.generation')
  const now = useGenerationState(deckId, state)
  const { line, press } = useFocusAfterPress(state.kind)
  const { page, pages } = now
  const isGenerating = now.kind === 'generating'
  return (
    <section
      aria-label={t('name')}
      className="flex min-h-15 flex-wrap items-center gap-x-5 gap-y-2 border-b py-2 text-label text-ink-muted"
    >
      {isGenerating ? <Bar part={page / pages} /> : null}
      <p ref={line} tabIndex={-1} className="me-auto min-w-0 tabular-nums outline-offset-2">
        {t(isGenerating ? 'generating' : now.reason, { page, pages })}
        {isGenerating ? <noscript> {t('reload')}</noscript> : null}
      </p>
      {mayEdit ? (
        <form action={isGenerating ? actions.cancel : actions.resume} onSubmit={press}>
          <input type="hidden" name="deckId" value={deckId} />
          <SubmitButton
            key={now.kind}
            variant="secondary"
            size="slim"
            pendingLabel={t(isGenerating ? 'cancelling' : 'starting')}
          >
            {t(isGenerating ? 'cancel' : 'rest')}
          </SubmitButton>
        </form>
      ) : null}
    </section>
  )
}

/** Decoration: the sentence beside it says the same. */
function Bar({ part }: { part: number }) {
  return (
    <span aria-hidden="true" className="h-1.5 w-24 flex-none overflow-hidden rounded-mark bg-sunk max-sm:w-full">
      <span
        className="block h-full bg-data-1 transition-[inline-size] duration-150"
        style={{ inlineSize: `${Math.round(part * 100)}%` }}
      />
    </span>
  )
}

/** The pressed button disappears, so the focus moves to the line that says what happened. */
function useFocusAfterPress(kind: Incomplete['kind']) {
  const line = useRef<HTMLParagraphElement>(null)
  const pressedAt = useRef<Incomplete['kind'] | null>(null)
  useEffect(() => {
    if (pressedAt.current === null || pressedAt.current === kind) return
    pressedAt.current = null
    line.current?.focus()
  }, [kind])
  const press = () => {
    pressedAt.current = kind
  }
  return { line, press }
}

const POLL_EVERY_MS = 2_000

/** Polls while the document is generated. At the end, announces it and refreshes the page. */
function useGenerationState(deckId: string, initial: Incomplete): Incomplete {
  const [polled, setPolled] = useState<Incomplete | null>(null)
  const end = useEnd()
  const { kind } = initial
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the end is announced does not change what is polled.
  useEffect(() => {
    if (kind !== 'generating') return
    const stop = poll(deckId, setPolled, end)
    return () => {
      stop()
      setPolled(null)
    }
  }, [deckId, kind])
  return polled ?? initial
}

function poll(deckId: string, onState: (state: Incomplete) => void, onEnd: (end: End) => void): () => void {
  let timer = window.setTimeout(ask, POLL_EVERY_MS)
  let isStopped = false
  async function ask() {
    const state = document.hidden ? 'unknown' : await fetchState(deckId)
    if (isStopped) return
    if (isEnd(state)) return onEnd(state)
    if (state !== 'unknown') onState(state)
    timer = window.setTimeout(ask, POLL_EVERY_MS)
  }
  return () => {
    isStopped = true
    window.clearTimeout(timer)
  }
}

type Stopped = Extract<GenerationProgress, { kind: 'stopped' }>
/** `gone`: the deck was deleted. */
type End = Stopped | 'complete' | 'gone'
type Polled = Extract<GenerationProgress, { kind: 'generating' }> | End | 'unknown'

const isEnd = (state: Polled): state is End =>
  state === 'complete' || state === 'gone' || (state !== 'unknown' && state.kind === 'stopped')

function useEnd(): (end: End) => void {
  const router = useRouter()
  const announce = useAnnounce()
  const t = useTranslations('deck.generation')
  return (end) => {
    if (end === 'complete') announce(t('done'))
    else if (end !== 'gone') announce(t(end.reason, { page: end.page, pages: end.pages }))
    router.refresh()
  }
}

async function fetchState(deckId: string): Promise<Polled> {
  try {
    const response = await fetch(`/api/decks/${deckId}/generation`)
    if (response.status === 404) return 'gone'
    if (!response.ok) return 'unknown'
    const state: GenerationProgress = await response.json()
    return state.kind === 'complete' ? 'complete' : state
  } catch {
    return 'unknown'
  }
}
