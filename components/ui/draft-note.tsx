'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from './button'
import { useAnnounce } from './live-region'

/** Above a form that began with words that were not saved. */
export function DraftNote({ onStartOver }: { onStartOver: () => void }) {
  const t = useTranslations('common.draft')
  const announce = useAnnounce()
  // A status that comes with its text is read by few screen readers; the region of the app is there before.
  useEffect(() => announce(t('note')), [announce, t])
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-label text-ink-muted">
      {t('note')}
      <Button variant="bare" size="slim" className="-ms-2" onClick={onStartOver}>
        {t('startOver')}
      </Button>
    </p>
  )
}
