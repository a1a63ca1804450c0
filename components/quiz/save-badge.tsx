'use client'

import { CloudOff, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Badge } from '@/components/ui/badge'

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

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'offline'

// One sitting a page: the form says what happens to an answer, the badge above it shows it.
let state: SaveState = 'saved'
const listeners = new Set<() => void>()

export function setSaveState(next: SaveState): void {
  state = next
  for (const listener of listeners) listener()
}

function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, read, () => 'saved')
}

function read(): SaveState {
  return navigator.onLine ? state : 'offline'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
