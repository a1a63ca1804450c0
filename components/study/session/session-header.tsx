'use client'

import { ArrowLeft, Check, CloudOff, LoaderCircle, TriangleAlert, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import type { DueStatus } from '@/lib/core/memory/session/due-rule'
import type { StudyQuery } from '../study-address'
import { QueryFields } from '../study-query-fields'
import type { FormAction } from './rating-bar'
import type { SaveState } from './use-study'

const DUE_STATUSES: readonly DueStatus[] = ['new', 'learning', 'due', 'ahead']

/** The header of a session: link back, counts, save state, undo, menu, progress and notices. */
export function SessionHeader(props: {
  title: string
  backHref: string
  counts: Record<DueStatus, number>
  done: number
  query: StudyQuery
  undoId: string
  undoAction: FormAction
  /** Null: nothing to undo. If it returns false, the form undoes on the server. */
  onUndo: (() => boolean) | null
  state: SaveState
  /** The menu of what else can be done with the card. */
  more: ReactNode
  /** Notices about the session or the card. */
  lines: ReactNode
}) {
  const t = useTranslations('study')
  const left = DUE_STATUSES.reduce((sum, dueStatus) => sum + props.counts[dueStatus], 0)
  return (
    <header>
      <div className="mx-auto grid min-h-16 w-full max-w-[72rem] grid-cols-[1fr_auto_1fr] items-center px-[calc(var(--gutter)-0.75rem)] max-sm:grid-cols-[auto_1fr_auto]">
        <Link href={props.backHref} className={`${HEADER_BUTTON} justify-self-start`}>
          <ArrowLeft {...HEADER_ICON} />
          <span className="sr-only">{t('back', { place: '' })}</span>
          <span className="max-w-[18rem] truncate max-sm:sr-only">{props.title}</span>
        </Link>
        <Counts counts={props.counts} left={left} cram={props.query.cram} />
        <div className="flex items-center justify-self-end">
          <RatingsSavedBadge state={props.state} />
          <UndoForm {...props} />
          {props.more}
        </div>
      </div>
      <Progress done={props.done} left={left} />
      <Note cram={props.query.cram} left={left} state={props.state} />
      {props.lines}
    </header>
  )
}

/** Practice sends nothing, so it has no save state. */
function Note({ cram, left, state }: { cram: boolean; left: number; state: SaveState }) {
  const t = useTranslations('study')
  if (!cram) return <SaveTrouble state={state} />
  return left === 0 ? null : <p className="px-4 pt-3 pb-2 text-center text-label text-ink-muted">{t('cram')}</p>
}

const BADGE_ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-[1.125rem] flex-none' } as const

/** Shows that ratings are being saved or are saved; on a phone only as an icon. `SaveTrouble` shows the other states. */
function RatingsSavedBadge({ state }: { state: SaveState }) {
  const t = useTranslations('study.badge')
  if (state.kind === 'saving' || state.kind === 'saved') {
    const Icon = state.kind === 'saving' ? LoaderCircle : Check
    return (
      <Badge kind="quiet" icon={<Icon {...BADGE_ICON} />}>
        <span className="max-sm:sr-only">{t(state.kind)}</span>
      </Badge>
    )
  }
  return null
}

/** A sentence under the header, because it must not be overlooked. */
function SaveTrouble({ state }: { state: SaveState }) {
  const t = useTranslations('study.badge')
  if (state.kind === 'idle' || state.kind === 'saving' || state.kind === 'saved') return null
  const Icon = state.kind === 'offline' ? CloudOff : TriangleAlert
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-lit px-4 py-2 text-center text-label text-ink"
    >
      <Icon {...BADGE_ICON} />
      {troubleText(state, t)}
    </p>
  )
}

type Trouble = Exclude<SaveState, { kind: 'idle' | 'saving' | 'saved' }>

function troubleText(state: Trouble, t: ReturnType<typeof useTranslations<'study.badge'>>): string {
  // With a connection it is the server that does not answer.
  if (state.kind === 'offline') return t(navigator.onLine ? 'unreachable' : 'offline', { waiting: state.waiting })
  if (state.kind === 'too-many-guests') return t(state.kind, { waiting: state.waiting })
  return state.kind === 'rejected' ? t('rejected', { count: state.count }) : t(state.reason)
}

/** The number of cards left by due status; in practice, where nothing is due, only the total. */
function Counts({ counts, left, cram }: { counts: Record<DueStatus, number>; left: number; cram: boolean }) {
  const t = useTranslations('study')
  if (left === 0) return <span />
  const statuses = DUE_STATUSES.filter((dueStatus) => dueStatus !== 'ahead' || counts.ahead > 0)
  const told = cram ? [['cram', left] as const] : statuses.map((dueStatus) => [dueStatus, counts[dueStatus]] as const)
  return (
    <p className="flex gap-4 text-label whitespace-nowrap text-ink-muted max-sm:justify-center max-sm:gap-2.5 max-[22rem]:gap-1 max-[22rem]:text-caption">
      <span className="sr-only">{t('left')}</span>
      {told.map(([what, count]) => (
        <span key={what}>
          {t.rich(`counts.${what}`, {
            count,
            b: (chunks) => <b className="font-semibold text-ink">{chunks}</b>,
          })}
        </span>
      ))}
    </p>
  )
}

function UndoForm(props: {
  query: StudyQuery
  undoId: string
  undoAction: FormAction
  onUndo: (() => boolean) | null
}) {
  const t = useTranslations('study')
  return (
    <form
      data-undo
      action={props.undoAction}
      onSubmit={(event) => {
        if (props.onUndo?.()) event.preventDefault()
      }}
    >
      <QueryFields query={props.query} />
      <input type="hidden" name="id" value={props.undoId} />
      <input type="hidden" name="reversesId" value={props.query.lastReviewId ?? ''} />
      <button
        type="submit"
        aria-label={t('undo')}
        title={t('undo')}
        disabled={props.onUndo === null}
        className={HEADER_BUTTON}
      >
        <Undo2 {...HEADER_ICON} />
      </button>
    </form>
  )
}

function Progress({ done, left }: { done: number; left: number }) {
  const t = useTranslations('study')
  const whole = Math.max(1, done + left)
  return (
    <div
      role="progressbar"
      aria-label={t('progress')}
      aria-valuemin={0}
      aria-valuemax={whole}
      aria-valuenow={done}
      className="h-[3px] bg-line"
    >
      <div
        className="h-full bg-ink transition-[width] duration-240 ease-turn"
        style={{ width: `${(100 * done) / whole}%` }}
      />
    </div>
  )
}

export const HEADER_BUTTON =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-3 text-label font-[500] text-ink-muted no-underline hover:text-ink disabled:opacity-45 disabled:hover:text-ink-muted data-popup-open:text-ink max-sm:px-2'
export const HEADER_ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-5 flex-none' } as const
