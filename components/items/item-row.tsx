'use client'

import { clsx } from 'clsx'
import { Check, Pencil, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { write } from '@/lib/core/question-types/registry'
import { itemComponents } from '../question-types/registry'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { BULK_FORM } from './bulk-selection'
import { ItemEditor, type ItemEditorProps } from './item-editor'
import { itemsAddress, queryOf } from './items-query'
import type { JustDecided } from './items-types'

export type ItemRowProps = ItemEditorProps & {
  mayEdit: boolean
  /** The viewer has a memory of their own, so they may tag and flag. */
  mayAnnotate: boolean
  selected: ReadonlySet<string>
  /** Ids of items. */
  current: string | null
  editing: string | null
  done: JustDecided | null
  onCurrent: (itemId: string) => void
  onEdit: (itemId: string | null) => void
  onSelect: (itemId: string, extend: boolean) => void
}

export function ItemRow({ item, ...props }: ItemRowProps) {
  const t = useTranslations('items')
  const { current, editing, onCurrent } = props
  const isCurrent = current === item.id
  const type = t(`type.${item.type}`)
  return (
    <article
      id={`item-${item.id}`}
      tabIndex={-1}
      aria-label={t('row.name', { number: item.number, type, status: t(`status.${item.status}`) })}
      onFocus={() => onCurrent(item.id)}
      onMouseDown={() => onCurrent(item.id)}
      className={clsx(
        'scroll-mt-4 border-t py-3 first-of-type:border-t-0 max-wide:scroll-mt-[40dvh]',
        isCurrent
          ? 'relative -mx-4 rounded-control border-transparent bg-surface px-4 shadow-[0_0_0_2px_var(--ink)] max-sm:-mx-2 max-sm:px-2'
          : 'focus:outline-0',
      )}
    >
      <p className="mb-1 flex flex-wrap items-center gap-x-3 text-caption text-ink-muted">
        {props.mayAnnotate ? <SelectBox item={item} {...props} /> : null}
        <span className="tabular-nums">{item.number}</span>
        <span>{type}</span>
        {props.mayEdit ? <States item={item} /> : null}
      </p>
      {editing === item.id && item.answer && props.mayEdit ? (
        <ItemEditor item={item} {...props} />
      ) : (
        <ItemWords item={item} {...props} />
      )}
    </article>
  )
}

/** Shift extends the selection from the last toggled item. The checkbox belongs to the form of the bar below. */
function SelectBox({ item, selected, onSelect }: ItemRowProps) {
  const t = useTranslations('items.bulk')
  return (
    <label className="-my-3 -ms-3.5 grid size-11 cursor-pointer place-items-center">
      <input
        type="checkbox"
        form={BULK_FORM}
        name="item"
        value={`${item.id} ${item.revisionId}`}
        aria-label={t('item', { number: item.number })}
        checked={selected.has(item.id)}
        onClick={(event) => onSelect(item.id, event.shiftKey)}
        // Handled by onClick, whose event knows the shift key.
        onChange={() => undefined}
        className="size-4.5 accent-(--ink)"
      />
    </label>
  )
}

/** How sure the engine is of the item, and what its author has decided. */
function States({ item: { tier, status, edited, held } }: { item: ItemRowProps['item'] }) {
  const t = useTranslations('items')
  const kind = { ready: 'quiet', beyond: 'quiet', unreviewed: 'flag', accepted: 'correct', rejected: 'wrong' } as const
  return (
    <>
      <span>{t(`row.tier.${tier}`)}</span>
      <span className="[&_*]:text-caption [&_svg]:size-[0.9375rem]">
        <Badge kind={kind[status]}>{t(`status.${status}`)}</Badge>
      </span>
      {edited ? <span>{t('row.edited')}</span> : null}
      {held ? <span>{t('row.held')}</span> : null}
    </>
  )
}

function ItemWords({ item, ...props }: ItemRowProps) {
  return (
    <div className="grid items-start gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto]">
      <div className={clsx('min-w-0 leading-[1.45]', item.status === 'rejected' && 'text-ink-muted')}>
        <Stem stem={item.stem} />
        <ItemAnswer item={item} />
        <UndoForm item={item} {...props} />
      </div>
      {props.mayEdit ? <ItemActions item={item} {...props} /> : null}
    </div>
  )
}

/** Screen readers say "blank" for a gap, not five underscores. */
function Stem({ stem }: { stem: string }) {
  const t = useTranslations('items.row')
  const [first, ...rest] = stem.split(/_{3,}/)
  return (
    <p>
      {first}
      {rest.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the gaps of one stem, in their order.
        <span key={at}>
          <span aria-hidden="true">____</span>
          <span className="sr-only">{t('blank')}</span>
          {part}
        </span>
      ))}
    </p>
  )
}

/** The key and the wrong options; for learners only what may be seen before answering. */
function ItemAnswer({ item }: { item: ItemRowProps['item'] }) {
  const t = useTranslations('items.row')
  const { answer, options, status } = item
  if (!answer) {
    const offered = options.length > 0 ? t('options', { options: options.join('; ') }) : t('hidden')
    return <p className="text-label text-ink-muted">{offered}</p>
  }
  const { Key } = itemComponents(answer.type)
  return <Key written={write(answer)} isRejected={status === 'rejected'} />
}

/** Accept, edit and reject; each works without scripts. */
function ItemActions({ item, deckId, view, actions, onDecide, onEdit }: ItemRowProps) {
  const t = useTranslations('items.row')
  const { number } = item
  const decide = (kind: 'accepted' | 'rejected') => (event: MouseEvent) => {
    event.preventDefault()
    onDecide(item, kind)
  }
  const edit = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onEdit(item.id)
  }
  return (
    <form action={actions.chooseByForm} className="-me-3 flex max-sm:-ms-3 max-sm:me-0">
      <HiddenFields deckId={deckId} itemId={item.id} revisionId={item.revisionId} view={view} />
      <Decision
        name="accepted"
        label={t('accept', { number })}
        on={item.status === 'accepted'}
        onClick={decide('accepted')}
      >
        <Check aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Decision>
      <Link
        href={itemsAddress(deckId, view, { item: item.id, more: { edit: item.id } })}
        prefetch={false}
        aria-label={t('edit', { number })}
        onClick={edit}
        className={ACTION}
      >
        <Pencil aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Link>
      <Decision
        name="rejected"
        label={t('reject', { number })}
        on={item.status === 'rejected'}
        onClick={decide('rejected')}
      >
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Decision>
    </form>
  )
}

type HiddenFieldsProps = Pick<ItemRowProps, 'deckId' | 'view'> & { itemId: string; revisionId: string }

/** The item that a form decides on, and the page to return to. */
function HiddenFields({ deckId, itemId, revisionId, view }: HiddenFieldsProps) {
  return (
    <>
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="view" value={queryOf(view)} />
    </>
  )
}

const ACTION =
  'grid size-11 place-items-center rounded-control border border-transparent text-ink-muted hover:border-edge hover:text-ink'

type DecisionProps = {
  name: 'accepted' | 'rejected'
  label: string
  on: boolean
  onClick: (event: MouseEvent) => void
  children: ReactNode
}

function Decision({ name, label, on, onClick, children }: DecisionProps) {
  const colour = name === 'accepted' ? 'text-correct!' : 'text-wrong!'
  return (
    <button
      type="submit"
      name="choice"
      value={name}
      aria-label={label}
      aria-pressed={on}
      onClick={onClick}
      className={clsx(ACTION, on && colour)}
    >
      {children}
    </button>
  )
}

/** Without scripts there is no toast, so the item itself offers to undo the last decision. */
function UndoForm({ item, deckId, view, done, actions }: ItemRowProps) {
  const t = useTranslations('items.told')
  if (done?.itemId !== item.id) return null
  return (
    <form action={actions.chooseByForm}>
      <HiddenFields deckId={deckId} itemId={item.id} revisionId={done.wasRevision} view={view} />
      <Button type="submit" name="choice" value={done.was} variant="bare" size="slim" className="-ms-4">
        {t('undo')}
      </Button>
    </form>
  )
}
