'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { studyAddress } from '../study/study-address'
import { Button, ButtonLink } from '../ui/button'
import { SectionBar } from '../ui/section-bar'
import type { Progress, Started } from './use-send-document'

type Props = { title: string | null; progress: Progress | null; offer: Started | null; onCancel: () => void }

/** An import on its way: what can be studied already, the phase and the counts. Screen readers hear the phase only. */
export function ImportProgress({ title, progress, offer, onCancel }: Props) {
  const t = useTranslations('document')
  const box = useRef<HTMLElement>(null)
  // The pressed button is gone with its form.
  useEffect(() => box.current?.focus(), [])
  return (
    <section ref={box} tabIndex={-1} aria-label={t('progress.title')} className="focus:outline-0">
      <Ready title={title} offer={offer} />
      <div className="grid gap-3 border-y py-6">
        <div className="flex items-center justify-between gap-4">
          <h2 className="text-lead">
            <span role="status">{phaseText(t, progress)}</span>
          </h2>
          {progress ? (
            <Button size="slim" onClick={onCancel}>
              {t('new.cancel')}
            </Button>
          ) : null}
        </div>
        <Counts progress={progress} />
        <p className="text-label text-ink-muted">{t(offer ? 'progress.goesOn' : 'progress.leaveCancels')}</p>
      </div>
      {offer ? (
        <p className="pt-4 text-label">
          <Link href={`/decks/${offer.deckId}`} className="inline-flex min-h-11 items-center underline">
            {t('progress.openDeck')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

function Ready({ title, offer }: Pick<Props, 'title' | 'offer'>) {
  const t = useTranslations('document.progress')
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 pt-8 pb-6">
      <div className="min-w-0">
        <h1 className="line-clamp-3 wrap-anywhere">{title ?? t('untitled')}</h1>
        <p className="mt-1 text-ink-muted">{offer ? t('ready', { cards: offer.cards }) : t('notYet')}</p>
      </div>
      {offer ? (
        <ButtonLink
          variant="primary"
          className="min-w-44 max-sm:w-full"
          href={studyAddress({ deckId: offer.deckId, factIds: null })}
        >
          {t('studyFirst', { cards: offer.cards })}
        </ButtonLink>
      ) : null}
    </div>
  )
}

function Counts({ progress }: Pick<Props, 'progress'>) {
  const t = useTranslations('document.progress')
  const counted = progress?.phase === 'generating' ? progress : null
  const sections = counted ? t('sections', { done: counted.done, total: counted.total }) : t('sectionsUnknown')
  return (
    <>
      <SectionBar
        done={counted?.done ?? 0}
        total={counted?.total ?? UNCOUNTED}
        isRunning={progress !== null && progress.phase !== 'queued'}
        label={sections}
      />
      <p className="flex min-h-[1.5em] flex-wrap gap-x-5 text-label text-ink-muted tabular-nums">
        {counted ? (
          <>
            <b className="font-semibold text-ink">{sections}</b>
            <span>{t('items', { items: counted.items })}</span>
          </>
        ) : null}
      </p>
    </>
  )
}

/** Empty pieces until the sections are counted. */
const UNCOUNTED = 40

type Translate = ReturnType<typeof useTranslations<'document'>>

function phaseText(t: Translate, progress: Progress | null): string {
  if (!progress) return t('progress.broken')
  if (progress.phase !== 'queued') return t(`progress.${progress.phase}`)
  return progress.before > 0 ? t('progress.queued', { before: progress.before }) : t('progress.reading')
}
