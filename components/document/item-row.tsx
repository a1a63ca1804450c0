'use client'

import { clsx } from 'clsx'
import { Check, Pencil, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import type { FactSectionProps } from './fact-section'
import { ItemEditor } from './item-editor'
import type { ReviewItem } from './review-types'

type ItemRowProps = Omit<FactSectionProps, 'fact' | 'items' | 'numberOf'> & { item: ReviewItem; number: number }

export function ItemRow({ item, number, ...props }: ItemRowProps) {
  const t = useTranslations('document')
  const { current, editing, onCurrent } = props
  const isCurrent = current === item.id
  const type = t(`items.type.${item.type}`)
  return (
    <article
      id={`item-${item.id}`}
      tabIndex={-1}
      aria-label={t('items.name', { number, type, status: t(`items.status.${item.status}`) })}
      onFocus={() => onCurrent(item.id)}
      onMouseDown={() => onCurrent(item.id)}
      className={clsx(
        'scroll-mt-4 border-t py-3 first-of-type:border-t-0 max-wide:scroll-mt-[40dvh]',
        isCurrent
          ? '-mx-4 rounded-control border-transparent bg-surface px-4 shadow-[0_0_0_2px_var(--ink)] max-sm:-mx-2 max-sm:px-2'
          : 'focus:outline-0',
      )}
    >
      <p className="mb-1 flex flex-wrap items-center gap-x-3 text-caption text-ink-muted">
        <span>{type}</span>
        <Status item={item} />
        {item.edited ? <span>{t('items.edited')}</span> : null}
      </p>
      {editing === item.id && item.answer && props.mayEdit ? (
        <ItemEditor item={item} number={number} {...props} />
      ) : (
        <ItemWords item={item} number={number} {...props} />
      )}
    </article>
  )
}

function Status({ item: { status } }: { item: ReviewItem }) {
  const t = useTranslations('document')
  const kind = { ready: 'quiet', waiting: 'flag', accepted: 'correct', rejected: 'wrong' } as const
  return (
    <span className="[&_*]:text-caption [&_svg]:size-[0.9375rem]">
      <Badge kind={kind[status]}>{t(`items.status.${status}`)}</Badge>
    </span>
  )
}

function ItemWords({ item, number, ...props }: ItemRowProps) {
  const t = useTranslations('document')
  return (
    <div className="grid items-start gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto]">
      <div className={clsx('min-w-0 leading-[1.45]', item.status === 'rejected' && 'text-ink-muted')}>
        <Stem stem={item.stem} />
        {item.answer ? (
          <>
            <p className={clsx('font-semibold', item.status === 'rejected' && 'line-through')}>
              {item.answer.key.join('; ')}
            </p>
            {item.answer.wrong.length > 0 && item.type !== 'true-false' ? (
              <p className="text-label text-ink-muted">
                {t('items.wrongOptions', { options: item.answer.wrong.join('; ') })}
              </p>
            ) : null}
          </>
        ) : (
          <p className="text-label text-ink-muted">
            {item.options.length > 0 ? t('items.options', { options: item.options.join('; ') }) : t('items.hidden')}
          </p>
        )}
        <JustDone item={item} {...props} />
      </div>
      {props.mayEdit ? <Acts item={item} number={number} {...props} /> : null}
    </div>
  )
}

/** Gaps are read as gaps, not as five underscores. */
function Stem({ stem }: { stem: string }) {
  const t = useTranslations('document')
  const [first, ...rest] = stem.split(/_{3,}/)
  return (
    <p>
      {first}
      {rest.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the gaps of one stem, in their order.
        <span key={at}>
          <span aria-hidden="true">____</span>
          <span className="sr-only">{t('items.blank')}</span>
          {part}
        </span>
      ))}
    </p>
  )
}

function Acts({ item, number, deckId, actions, onDecide, onEdit }: Omit<ItemRowProps, 'current'>) {
  const t = useTranslations('document')
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
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="revisionId" value={item.revisionId} />
      <Act
        name="accepted"
        label={t('items.accept', { number })}
        on={item.status === 'accepted'}
        onClick={decide('accepted')}
      >
        <Check aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Act>
      <Link
        href={`?edit=${item.id}#item-${item.id}`}
        prefetch={false}
        aria-label={t('items.edit', { number })}
        onClick={edit}
        className={ACT}
      >
        <Pencil aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Link>
      <Act
        name="rejected"
        label={t('items.reject', { number })}
        on={item.status === 'rejected'}
        onClick={decide('rejected')}
      >
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Act>
    </form>
  )
}

const ACT =
  'grid size-11 place-items-center rounded-control border border-transparent text-ink-muted hover:border-edge hover:text-ink'

type ActProps = {
  name: 'accepted' | 'rejected'
  label: string
  on: boolean
  onClick: (event: MouseEvent) => void
  children: ReactNode
}

function Act({ name, label, on, onClick, children }: ActProps) {
  const colour = name === 'accepted' ? 'text-correct!' : 'text-wrong!'
  return (
    <button
      type="submit"
      name="choice"
      value={name}
      aria-label={label}
      aria-pressed={on}
      onClick={onClick}
      className={clsx(ACT, on && colour)}
    >
      {children}
    </button>
  )
}

/** Without scripts there is no toast; the item says itself how to take the last step back. */
function JustDone({ item, deckId, done, actions }: Omit<ItemRowProps, 'number'>) {
  const t = useTranslations('document')
  if (done?.itemId !== item.id) return null
  return (
    <form action={actions.chooseByForm}>
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="revisionId" value={done.wasRevision} />
      <Button type="submit" name="choice" value={done.was} variant="bare" size="slim" className="-ms-4">
        {t('items.undo')}
      </Button>
    </form>
  )
}
