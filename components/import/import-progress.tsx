'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { studyAddress } from '../study/study-address'
import { Button, ButtonLink } from '../ui/button'
import type { Progress, Started } from './use-send-document'

type Props = { progress: Progress; offer: Started | null; onCancel: () => void }

/** The phase and the counts of an import. Screen readers hear the phase only. */
export function ImportProgress({ progress, offer, onCancel }: Props) {
  const t = useTranslations('document')
  const counted = progress.phase === 'generating' ? progress : null
  const box = useRef<HTMLElement>(null)
  const isOffered = offer !== null
  // The pressed button is gone, and the progress may be below the screen.
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the offer makes the section taller.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [isOffered])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t('progress.title')}
      className="grid scroll-mb-4 gap-3 border-t pt-5 focus:outline-0"
    >
      <p role="status" className="font-semibold">
        {t(offer && counted ? 'progress.started' : `progress.${progress.phase}`)}
      </p>
      <div
        role="progressbar"
        aria-label={t('progress.title')}
        {...(counted ? { 'aria-valuenow': counted.done, 'aria-valuemin': 0, 'aria-valuemax': counted.total } : {})}
        className="h-1.5 overflow-hidden rounded-mark bg-sunk"
      >
        <div
          className="h-full bg-data-1 transition-[inline-size] duration-150"
          style={{ inlineSize: `${counted ? Math.round((counted.done / Math.max(1, counted.total)) * 100) : 0}%` }}
        />
      </div>
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="flex flex-wrap gap-x-5 text-label text-ink-muted">
          {counted ? (
            <>
              <span>{t('progress.blocks', { done: counted.done, total: counted.total })}</span>
              <span>{t('progress.facts', { facts: counted.facts })}</span>
              {counted.items > 0 ? <span>{t('progress.items', { items: counted.items })}</span> : null}
            </>
          ) : null}
        </p>
        <Button size="slim" onClick={onCancel}>
          {t('new.cancel')}
        </Button>
      </div>
      {offer ? <FirstCards offer={offer} /> : null}
    </section>
  )
}

/** Links to the cards that are saved already. */
export function FirstCards({ offer: { deckId, cards } }: { offer: Started }) {
  const t = useTranslations('document')
  return (
    <div className="grid gap-3 border-t pt-5">
      <p className="text-label text-ink-muted">{t('progress.goesOn')}</p>
      <div className="flex flex-wrap justify-end gap-3 max-sm:*:w-full max-sm:flex-col-reverse">
        <ButtonLink href={`/decks/${deckId}`}>{t('progress.openDeck')}</ButtonLink>
        <ButtonLink variant="primary" href={studyAddress({ deckId, factIds: null })}>
          {t('progress.studyFirst', { cards })}
        </ButtonLink>
      </div>
    </div>
  )
}
