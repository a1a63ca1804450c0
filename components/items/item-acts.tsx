'use client'

import { clsx } from 'clsx'
import { Check, Pencil, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MouseEvent, ReactNode } from 'react'
import { Button } from '../ui/button'
import type { ItemRowProps } from './item-row'
import { type ItemsView, itemsAddress, queryOf } from './items-query'

/** Accept, edit and reject; each works without scripts. */
export function ItemActs({ item, deckId, view, actions, onDecide, onEdit }: Omit<ItemRowProps, 'current'>) {
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
      <Coverage deckId={deckId} itemId={item.id} revisionId={item.revisionId} view={view} />
      <Act name="accepted" label={t('accept', { number })} on={item.status === 'accepted'} onClick={decide('accepted')}>
        <Check aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Act>
      <Link
        href={itemsAddress(deckId, view, { item: item.id, more: { edit: item.id } })}
        prefetch={false}
        aria-label={t('edit', { number })}
        onClick={edit}
        className={ACT}
      >
        <Pencil aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Link>
      <Act name="rejected" label={t('reject', { number })} on={item.status === 'rejected'} onClick={decide('rejected')}>
        <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </Act>
    </form>
  )
}

type AskedProps = { deckId: string; itemId: string; revisionId: string; view: ItemsView }

/** What a form says of its item, and of the page to come back to. */
function Coverage({ deckId, itemId, revisionId, view }: AskedProps) {
  return (
    <>
      <input type="hidden" name="deckId" value={deckId} />
      <input type="hidden" name="itemId" value={itemId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="view" value={queryOf(view)} />
    </>
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
export function JustDone({ item, deckId, view, done, actions }: ItemRowProps) {
  const t = useTranslations('items.told')
  if (done?.itemId !== item.id) return null
  return (
    <form action={actions.chooseByForm}>
      <Coverage deckId={deckId} itemId={item.id} revisionId={done.wasRevision} view={view} />
      <Button type="submit" name="choice" value={done.was} variant="bare" size="slim" className="-ms-4">
        {t('undo')}
      </Button>
    </form>
  )
}
