'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { readLines } from '../import/read-lines'
import { Button } from '../ui/button'
import { FormError, SubmitButton } from '../ui/field'
import { useAnnounce } from '../ui/live-region'
import type { RegenerateEvent, RegenerateRefusal } from './regeneration'

type RegenerateDeckProps = {
  deckId: string
  /** For forms without scripts: waits, and comes back with what became of the items. */
  regenerate: (form: FormData) => Promise<void>
  /** What such a form came back with. */
  refusal: RegenerateRefusal | null
}

/** A better engine than the one that made the deck is at hand: one press lets it in. */
export function RegenerateDeck({ deckId, regenerate, refusal }: RegenerateDeckProps) {
  const t = useTranslations('items.regenerate')
  const { progress, refused, send, cancel } = useRegeneration(deckId)
  const shown = refused ?? (progress ? null : refusal)
  return (
    <section aria-labelledby="renew" className="border-b py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h2 id="renew" className="text-body">
            {t('offer')}
          </h2>
          <p className="measure text-label text-ink-muted">{t('stays')}</p>
        </div>
        {progress ? (
          <Button size="slim" onClick={cancel} disabled={progress.phase === 'saving'}>
            {t('cancel')}
          </Button>
        ) : (
          <form action={regenerate} onSubmit={send} className="max-sm:w-full max-sm:*:w-full">
            <input type="hidden" name="deckId" value={deckId} />
            <SubmitButton variant="secondary" size="slim" pendingLabel={t('pending')}>
              {t('press')}
            </SubmitButton>
          </form>
        )}
      </div>
      <FormError>{shown ? t(`refused.${shown.reason}`, { seconds: shown.seconds ?? 0 }) : null}</FormError>
      {progress ? <Progress progress={progress} /> : null}
    </section>
  )
}

type Told = Extract<RegenerateEvent, { kind: 'progress' }>

/** The phase is said aloud, the counts are not. */
function Progress({ progress }: { progress: Told }) {
  const t = useTranslations('items.regenerate')
  const counted = progress.phase === 'generating' ? progress : null
  const share = progress.phase === 'saving' ? 1 : counted ? counted.done / Math.max(1, counted.total) : 0
  return (
    <div className="mt-3 grid gap-2">
      <p className="flex flex-wrap justify-between gap-x-6 text-label">
        <span role="status">{t(progress.phase)}</span>
        {counted ? (
          <span className="text-ink-muted">{t('blocks', { done: counted.done, total: counted.total })}</span>
        ) : null}
      </p>
      <div
        role="progressbar"
        aria-label={t('progress')}
        {...(counted ? { 'aria-valuenow': counted.done, 'aria-valuemin': 0, 'aria-valuemax': counted.total } : {})}
        className="h-1.5 overflow-hidden rounded-mark bg-sunk"
      >
        <div
          className="h-full bg-data-1 transition-[inline-size] duration-150"
          style={{ inlineSize: `${Math.round(share * 100)}%` }}
        />
      </div>
    </div>
  )
}

function useRegeneration(deckId: string) {
  const t = useTranslations('items.regenerate')
  const router = useRouter()
  const announce = useAnnounce()
  const [progress, setProgress] = useState<Told | null>(null)
  const [refused, setRefused] = useState<RegenerateRefusal | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const tell = (event: RegenerateEvent) => {
    if (event.kind === 'progress') return setProgress(event)
    running.current = null
    if (event.kind === 'regenerated') {
      announce(t('done'))
      return router.replace(event.address)
    }
    setProgress(null)
    setRefused(event)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (running.current) return
    const cancelling = new AbortController()
    running.current = cancelling
    setRefused(null)
    setProgress({ kind: 'progress', phase: 'reading' })
    void ask(deckId, cancelling.signal, tell)
  }
  return { progress, refused, send, cancel: () => running.current?.abort() }
}

/** Ends with `regenerated` or `refused`, whatever happens. */
async function ask(deckId: string, signal: AbortSignal, tell: (event: RegenerateEvent) => void): Promise<void> {
  let ended = false
  const pass = (event: RegenerateEvent) => {
    ended = event.kind !== 'progress'
    tell(event)
  }
  try {
    const response = await fetch(`/api/decks/${deckId}/regeneration`, { method: 'POST', signal })
    if (response.body) await readLines(response.body, (line) => pass(JSON.parse(line)))
    if (!ended) pass({ kind: 'refused', reason: 'network' })
  } catch {
    if (!ended) pass({ kind: 'refused', reason: signal.aborted ? 'cancelled' : 'network' })
  }
}
