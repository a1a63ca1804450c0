'use client'

import { useTranslations } from 'next-intl'
import { Button } from './button'

/** Above a form that began with words that were not saved. */
export function DraftNote({ onStartOver }: { onStartOver: () => void }) {
  const t = useTranslations('common.draft')
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 text-label text-ink-muted">
      {t('note')}
      <Button variant="bare" size="slim" className="-ms-2" onClick={onStartOver}>
        {t('startOver')}
      </Button>
    </p>
  )
}
