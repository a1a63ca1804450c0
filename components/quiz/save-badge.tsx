'use client'

import { CloudOff, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { useSaveState } from './save-state'

/** Whether what was answered is with the server. */
export function SaveBadge() {
  const t = useTranslations('quiz.badge')
  const state = useSaveState()
  if (state === 'saved') return <Badge kind="correct">{t('saved')}</Badge>
  const Sign = state === 'saving' ? LoaderCircle : CloudOff
  return (
    <Badge
      kind={state === 'saving' ? 'quiet' : 'wrong'}
      icon={<Sign aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem] flex-none" />}
    >
      {t(state)}
    </Badge>
  )
}
