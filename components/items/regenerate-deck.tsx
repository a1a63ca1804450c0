'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { postForEvents } from '../import/post-for-events'
import { Button } from '../ui/button'
import { FormError, SubmitButton } from '../ui/field'
import { useAnnounce } from '../ui/live-region'
import type { RegenerateEvent, RegenerateRefusal } from './regeneration'

type RegenerateDeckProps = {
  deckId: string
  /** For forms without scripts: waits for the end and returns to the items. */
  regenerateByForm: (form: FormData) => Promise<void>
  /** Of such a form. */
  refusal: RegenerateRefusal | null
}

/** Offers to regenerate a deck that an older engine made. */
export function RegenerateDeck({ deckId, regenerateByForm, refusal }: RegenerateDeckProps) {
  const t = useTranslations('items.regenerate')
  const { progress, refused, send, cancel } = useRegeneration(deckId)
  const visibleRefusal = refused ?? (progress ? null : refusal)
  return (
    <section aria-labelledby="regenerate" className="border-b py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h2 id="regenerate" className="text-body">
            {t('offer')}
          </h2>
          <p className="measure text-label text-ink-muted">{t('stays')}</p>
        </div>
        {progress ? (
          <Button size="slim" onClick={cancel} disabled={progress.phase === 'saving'}>
            {t('cancel')}
          </Button>
        ) : (
          <form action={regenerateByForm} onSubmit={send} className="max-sm:w-full max-sm:*:w-full">
            <input type="hidden" name="deckId" value={deckId} />
            <SubmitButton variant="secondary" size="slim" pendingLabel={t('pending')}>
              {t('press')}
            </SubmitButton>
          </form>
        )}
      </div>
      <FormError>
        {visibleRefusal ? t(`refused.${visibleRefusal.reason}`, { seconds: visibleRefusal.seconds ?? 0 }) : null}
      </FormError>
      {progress ? <Progress progress={progress} /> : null}
    </section>
  )
}

type ProgressEvent = Extract<RegenerateEvent, { kind: 'progress' }>

/** Screen readers hear the phase only, not the counts. */
function Progress({ progress }: { progress: ProgressEvent }) {
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
  const [progress, setProgress] = useState<ProgressEvent | null>(null)
  const [refused, setRefused] = useState<RegenerateRefusal | null>(null)
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])

  const receive = (event: RegenerateEvent) => {
    if (event.kind === 'progress') return setProgress(event)
    current.current = null
    if (event.kind === 'regenerated') {
      announce(t('done'))
      return router.replace(event.address)
    }
    setProgress(null)
    setRefused(event)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (current.current) return
    const abort = new AbortController()
    current.current = abort
    setRefused(null)
    setProgress({ kind: 'progress', phase: 'reading' })
    void regenerate(deckId, abort.signal, receive)
  }
  return { progress, refused, send, cancel: () => current.current?.abort() }
}

/** The last event is always `regenerated` or `refused`. */
async function regenerate(
  deckId: string,
  signal: AbortSignal,
  receive: (event: RegenerateEvent) => void,
): Promise<void> {
  let hasEnded = false
  const onEvent = (event: RegenerateEvent) => {
    hasEnded = event.kind !== 'progress'
    receive(event)
  }
  const onBreak = (): RegenerateEvent | null =>
    hasEnded ? null : { kind: 'refused', reason: signal.aborted ? 'cancelled' : 'network' }
  await postForEvents(`/api/decks/${deckId}/regeneration`, { signal }, { onEvent, onBreak })
}
