'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../ui/button'
import type { ImportEvent } from './import-event'

export type Progress = Extract<ImportEvent, { kind: 'progress' }>

/** What is happening and how far it is; the phase is said aloud, the counts are not. */
export function ImportProgress({ progress, onCancel }: { progress: Progress; onCancel: () => void }) {
  const t = useTranslations('document')
  const counted = progress.phase === 'generating' ? progress : null
  return (
    <section aria-label={t('progress.title')} className="grid gap-3 border-t pt-5">
      <p role="status" className="font-semibold">
        {t(`progress.${progress.phase}`)}
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
    </section>
  )
}
