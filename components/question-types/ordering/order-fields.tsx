'use client'

import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAnnounce } from '@/components/ui/live-region'
import { moveEntry } from '@/lib/core/shared/option-rows'
import { useAutosave } from '../shared/autosave'

type Direction = 'up' | 'down'

type Props = {
  /** As they stand now. */
  entries: readonly string[]
  /** The step that a browser without script has just made: "2 1". */
  moved: string | null
}

/**
 * Entries with a button up and a button down. Without script each press posts the form, and the button that was pressed has
 * the focus again on the page that comes back.
 */
export function OrderFields({ entries, moved }: Props) {
  const { list, order, move } = useOrder(entries)
  const t = useTranslations('quiz.attempt')
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    const direction = { ArrowUp: 'up' as const, ArrowDown: 'down' as const }[event.key]
    if (!direction || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(at, direction)
  }
  return (
    <>
      <p className="mb-4 text-ink-muted text-label">{t('order')}</p>
      <ol ref={list} className="grid gap-3">
        {order.map((entry, at) => (
          <li
            key={entry}
            onKeyDown={onKeyDown(at)}
            className="grid min-h-14 grid-cols-[1.5rem_1fr_auto] items-center gap-x-2 rounded-control border bg-surface py-1 ps-4 pe-1.5 leading-[1.45] has-focus-visible:border-ink max-sm:gap-x-1 max-sm:ps-3"
          >
            <input type="hidden" name="answer" value={entry} />
            <span aria-hidden="true" className="text-ink-muted">
              {at + 1}
            </span>
            <span className="wrap-anywhere py-2">{entry}</span>
            <span className="flex">
              {(['up', 'down'] as const).map((direction) => (
                <Step
                  key={direction}
                  direction={direction}
                  entry={entry}
                  at={at}
                  isEnd={direction === 'up' ? at === 0 : at === order.length - 1}
                  hasFocus={isMoved(moved, at, direction, order.length)}
                  onClick={() => move(at, direction)}
                />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function useOrder(entries: readonly string[]) {
  const t = useTranslations('quiz.attempt')
  const list = useRef<HTMLOListElement>(null)
  const [order, setOrder] = useState(entries)
  const announce = useAnnounce()
  const keep = useAutosave()
  const move = (at: number, direction: Direction) => {
    const to = at + stepBy(direction)
    const next = moveEntry(order, at, to)
    if (next !== order) {
      // Rendered at once: the browser takes the focus from a button whose row moves.
      flushSync(() => setOrder(next))
      list.current?.children[to]?.querySelector<HTMLElement>(`[data-direction="${direction}"]`)?.focus()
      keep()
    }
    const place = next === order ? at : to
    announce(t('placed', { entry: next[place] ?? '', place: place + 1, total: next.length }))
  }
  return { list, order, move }
}

type StepProps = {
  direction: Direction
  entry: string
  at: number
  isEnd: boolean
  hasFocus: boolean
  onClick: () => void
}

/** At the end of the list the button stays focusable, so that an entry that arrives there keeps the focus. */
function Step({ direction, entry, at, isEnd, hasFocus, onClick }: StepProps) {
  const t = useTranslations('quiz.attempt')
  const Arrow = direction === 'up' ? ArrowUp : ArrowDown
  const press = (event: MouseEvent) => {
    event.preventDefault()
    onClick()
  }
  return (
    <button
      type="submit"
      name="move"
      value={stepOf(at, direction)}
      aria-label={t(direction === 'up' ? 'moveUp' : 'moveDown', { entry })}
      aria-disabled={isEnd || undefined}
      data-direction={direction}
      // biome-ignore lint/a11y/noAutofocus: only on the page that answers the press of this very button.
      autoFocus={hasFocus}
      onClick={press}
      className={clsx(
        'grid size-11 place-items-center rounded-control border border-transparent',
        isEnd ? 'cursor-default text-edge' : 'text-ink hover:border-edge',
      )}
    >
      <Arrow aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </button>
  )
}

function stepBy(direction: Direction): number {
  return direction === 'up' ? -1 : 1
}

/** The button that was pressed: its entry stands here now, or could go no further. */
function isMoved(moved: string | null, at: number, direction: Direction, total: number): boolean {
  const came = at - stepBy(direction)
  if (moved === stepOf(came, direction)) return came >= 0 && came < total
  const goes = at + stepBy(direction)
  return moved === stepOf(at, direction) && (goes < 0 || goes >= total)
}

/** As the form sends it: from which place to which, from 0. */
function stepOf(at: number, direction: Direction): string {
  return `${at} ${at + stepBy(direction)}`
}
