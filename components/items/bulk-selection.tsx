'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react'
import { readTagName } from '@/lib/core/people/names'
import { TAG_CHARACTERS } from '@/lib/core/shared/input-limits'
import type { Annotation } from '@/lib/data/tags/flag-and-tag-facts'
import { Button } from '../ui/button'
import { useAnnounce } from '../ui/live-region'
import { type ItemsView, queryOf } from './items-query'

/** The selected items of the page. An item that leaves the page is no longer selected. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  const selected = ids.filter((id) => chosen.has(id))

  /** With `extend`, all items from the last toggled one to this one change with this one. */
  const toggle = useCallback(
    (id: string, extend = false) => {
      const from = extend && anchor.current ? ids.indexOf(anchor.current) : -1
      const at = ids.indexOf(id)
      const toggled = from < 0 ? [id] : ids.slice(Math.min(from, at), Math.max(from, at) + 1)
      anchor.current = id
      setChosen((before) => {
        const after = new Set(before)
        for (const itemId of toggled) {
          if (before.has(id)) after.delete(itemId)
          else after.add(itemId)
        }
        return after
      })
    },
    [ids],
  )
  const all = () => setChosen(new Set(selected.length === ids.length ? [] : ids))
  const clear = () => setChosen(new Set())
  useAnnounceCount(selected.length)
  return { selected, selectedSet: chosen, toggle, all, clear }
}

/** A key selects without moving the focus to the checkbox, so a screen reader would hear nothing. */
function useAnnounceCount(count: number) {
  const t = useTranslations('items.bulk')
  const announce = useAnnounce()
  // biome-ignore lint/correctness/useExhaustiveDependencies: announced when the count changes, not when the function does.
  useEffect(() => {
    if (count > 0) announce(t('count', { count }))
  }, [count])
}

/** The form that the checkboxes beside the items belong to. */
export const BULK_FORM = 'selected-items'

type BulkBarProps = {
  deckId: string
  view: ItemsView
  mayEdit: boolean
  count: number
  /** The learner's tags, as suggestions. */
  tags: readonly string[]
  bulkByForm: (form: FormData) => Promise<void>
  onDecide: (kind: 'accepted' | 'rejected') => void
  onAnnotate: (annotation: Annotation) => void
  onClear: () => void
}

/** Actions on the selected items. Visible while items are selected, and always without scripts. */
export function BulkBar({
  deckId,
  view,
  mayEdit,
  count,
  tags,
  bulkByForm,
  onDecide,
  onAnnotate,
  onClear,
}: BulkBarProps) {
  const t = useTranslations('items.bulk')
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const button = event.nativeEvent.submitter
    const operation = button instanceof HTMLButtonElement ? button.value : 'tag'
    if (operation === 'accepted' || operation === 'rejected') return onDecide(operation)
    const annotation = annotationOf(operation, new FormData(form))
    if (!annotation) return
    onAnnotate(annotation)
    // Resetting the form would clear the checkboxes too.
    const field = form.elements.namedItem('name')
    if (field instanceof HTMLInputElement && annotation.kind === 'tag') field.value = ''
  }
  return (
    <form
      id={BULK_FORM}
      action={bulkByForm}
      onSubmit={send}
      aria-label={t('name')}
      className={clsx(
        // On a phone one row that scrolls: three rows would cover the items.
        'scrollbar-none sticky bottom-0 z-10 -mx-3 items-center gap-x-2 gap-y-1 border-t bg-paper px-3 py-2 max-sm:overflow-x-auto sm:flex-wrap',
        count === 0 ? 'hidden noscript:flex' : 'flex',
      )}
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="view" value={queryOf(view)} />
      {/* Enter in the field presses the first button of the form, which must not decide anything. */}
      <button type="submit" name="operation" value="tag" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('tag')}
      </button>
      <span className="me-2 whitespace-nowrap text-label font-semibold tabular-nums">
        {count > 0 ? t('count', { count }) : t('ticked')}
      </span>
      {mayEdit ? (
        <>
          <Operation value="accepted">{t('accept')}</Operation>
          <Operation value="rejected">{t('reject')}</Operation>
        </>
      ) : null}
      <Operation value="star">{t('star')}</Operation>
      <Operation value="suspend">{t('suspend')}</Operation>
      <span className="flex gap-2">
        <input
          name="name"
          list="tag-suggestions"
          aria-label={t('tagName')}
          placeholder={t('tagName')}
          maxLength={TAG_CHARACTERS}
          autoComplete="off"
          className="min-h-11 w-32 rounded-control border border-edge bg-surface px-3 text-label placeholder:text-ink-muted hover:border-ink focus-visible:rounded-control"
        />
        <Operation value="tag">{t('tag')}</Operation>
      </span>
      <datalist id="tag-suggestions">
        {tags.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button size="slim" variant="bare" className="whitespace-nowrap noscript:hidden" onClick={onClear}>
        {t('clear')}
      </Button>
    </form>
  )
}

/** Null if the tag has no name. */
function annotationOf(operation: string, form: FormData): Annotation | null {
  if (operation === 'star' || operation === 'suspend') return { kind: operation, on: true }
  const name = readTagName(String(form.get('name') ?? ''))
  return name === null ? null : { kind: 'tag', name, on: true }
}

function Operation({ value, children }: { value: string; children: string }) {
  return (
    <Button type="submit" size="slim" name="operation" value={value} className="whitespace-nowrap">
      {children}
    </Button>
  )
}

/** Selects all items of the page, or none. */
export function SelectAll({ count, total, onAll }: { count: number; total: number; onAll: () => void }) {
  const t = useTranslations('items.bulk')
  const isPart = count > 0 && count < total
  return (
    <label className="-ms-3 inline-flex min-h-11 cursor-pointer items-center gap-2 px-3 text-label noscript:hidden">
      <input
        type="checkbox"
        checked={count === total}
        ref={(box) => {
          if (box) box.indeterminate = isPart
        }}
        onChange={onAll}
        className="size-4.5 accent-(--ink)"
      />
      {t('all')}
    </label>
  )
}
