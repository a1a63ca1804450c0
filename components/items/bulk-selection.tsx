'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { SubmitEvent } from 'react'
import { readTagName } from '@/lib/core/access/tag-name'
import { TAG_CHARACTERS } from '@/lib/core/shared/input-limits'
import type { Annotation } from '@/lib/data/tags/annotate-facts'
import { Button } from '../ui/button'
import { type ItemsView, queryOf } from './items-query'

/** The boxes beside the items belong to this form, wherever they stand. */
export const BULK_FORM = 'selected-items'

type BulkBarProps = {
  deckId: string
  view: ItemsView
  mayEdit: boolean
  count: number
  /** The learner's own words so far. */
  tags: readonly string[]
  bulkByForm: (form: FormData) => Promise<void>
  onDecide: (kind: 'accepted' | 'rejected') => void
  onAnnotate: (annotation: Annotation) => void
  onClear: () => void
}

/** What can be done with many items at once; in sight while some are selected, and always where there are no scripts. */
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
    const deed = button instanceof HTMLButtonElement ? button.value : 'tag'
    if (deed === 'accepted' || deed === 'rejected') return onDecide(deed)
    const annotation = annotationOf(deed, new FormData(form))
    if (!annotation) return
    onAnnotate(annotation)
    // Not the whole form: the boxes are part of it.
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
        // On a phone one row that scrolls: three would cover the items that are decided.
        'scrollbar-none sticky bottom-0 z-10 -mx-3 items-center gap-x-2 gap-y-1 border-t bg-paper px-3 py-2 max-sm:overflow-x-auto sm:flex-wrap',
        count === 0 ? 'hidden noscript:flex' : 'flex',
      )}
    >
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="view" value={queryOf(view)} />
      {/* Enter in the field presses the first button of its form, and must not decide anything. */}
      <button type="submit" name="deed" value="tag" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('tag')}
      </button>
      <span className="me-2 whitespace-nowrap text-label font-semibold tabular-nums">
        {count > 0 ? t('count', { count }) : t('ticked')}
      </span>
      {mayEdit ? (
        <>
          <Deed value="accepted">{t('accept')}</Deed>
          <Deed value="rejected">{t('reject')}</Deed>
        </>
      ) : null}
      <Deed value="star">{t('star')}</Deed>
      <Deed value="suspend">{t('suspend')}</Deed>
      <span className="flex gap-2">
        <input
          name="name"
          list="own-tags"
          aria-label={t('tagName')}
          placeholder={t('tagName')}
          maxLength={TAG_CHARACTERS}
          autoComplete="off"
          className="min-h-11 w-32 rounded-control border border-edge bg-surface px-3 text-label placeholder:text-ink-muted hover:border-ink focus-visible:rounded-control"
        />
        <Deed value="tag">{t('tag')}</Deed>
      </span>
      <datalist id="own-tags">
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

/** Null: the tag has no name. */
function annotationOf(deed: string, form: FormData): Annotation | null {
  if (deed === 'star' || deed === 'suspend') return { kind: deed, on: true }
  const name = readTagName(String(form.get('name') ?? ''))
  return name === null ? null : { kind: 'tag', name, on: true }
}

function Deed({ value, children }: { value: string; children: string }) {
  return (
    <Button type="submit" size="slim" name="deed" value={value} className="whitespace-nowrap">
      {children}
    </Button>
  )
}

/** Everything on the page, or nothing. */
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
