'use client'

import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { QueueState } from './study-event'

/** `rejected`: ratings that reached the server, and that it did not save. */
export type SaveState = QueueState | { readonly kind: 'rejected'; readonly count: number }

const ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-[1.125rem] flex-none' } as const

/** Says where the ratings are. On a phone it is only an icon; trouble is told in a sentence (`SaveTrouble`). */
export function SaveBadge({ state }: { state: SaveState }) {
  const t = useTranslations('study.badge')
  if (state.kind === 'saving' || state.kind === 'saved') {
    const Icon = state.kind === 'saving' ? LoaderCircle : Check
    return (
      <Badge kind="quiet" icon={<Icon {...ICON} />}>
        <span className="max-sm:sr-only">{t(state.kind)}</span>
      </Badge>
    )
  }
  return null
}

/** A sentence under the header, because it must be seen. */
export function SaveTrouble({ state }: { state: SaveState }) {
  const t = useTranslations('study.badge')
  if (state.kind === 'idle' || state.kind === 'saving' || state.kind === 'saved') return null
  const Icon = state.kind === 'offline' ? CloudOff : TriangleAlert
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-lit px-4 py-2 text-center text-label text-ink"
    >
      <Icon {...ICON} />
      {troubleText(state, t)}
    </p>
  )
}

type Trouble = Exclude<SaveState, { kind: 'idle' | 'saving' | 'saved' }>

function troubleText(state: Trouble, t: ReturnType<typeof useTranslations<'study.badge'>>): string {
  if (state.kind === 'offline' || state.kind === 'too-many-guests') return t(state.kind, { waiting: state.waiting })
  return state.kind === 'rejected' ? t('rejected', { count: state.count }) : t(state.reason)
}
