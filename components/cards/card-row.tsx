'use client'

import { clsx } from 'clsx'
import { Pencil, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { DraftNote, draftName, useDraft } from '../ui/form-draft'
import { useOnChange } from '../ui/use-on-change'
import { CardSideFields, useCardSides } from './card-sides'
import type { HandCard } from './card-types'

type Props = {
  /** The learner who looks; null for a stranger. */
  owner: string | null
  deckId: string | null
  card: HandCard
  number: number
  isNewest: boolean
  onSave: (card: HandCard) => void
  onRemove: () => void
}

/** One card of the list, with buttons to edit it in place and to take it away. */
export function CardRow({ owner, deckId, card, number, isNewest, onSave, onRemove }: Props) {
  const t = useTranslations('cards')
  const [isEditing, setEditing] = useState(false)
  const edit = useRef<HTMLButtonElement>(null)
  useOnChange(isEditing, () => {
    if (!isEditing) edit.current?.focus()
  })
  if (isEditing) {
    return <EditedRow {...{ owner, deckId, card, number, onSave }} onClose={() => setEditing(false)} />
  }
  return (
    <li
      className={clsx(
        'grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-4 border-t py-1 max-sm:gap-x-2 sm:grid-cols-[2rem_minmax(0,1fr)_minmax(0,1fr)_auto]',
        isNewest && 'bg-surface shadow-[-0.75rem_0_var(--surface),0.75rem_0_var(--surface)]',
      )}
    >
      <span className="text-label text-ink-muted tabular-nums">{number}</span>
      <span className="py-2 leading-[1.45] whitespace-pre-line wrap-anywhere max-sm:pb-0">{card.front}</span>
      <b className="py-2 leading-[1.45] font-semibold whitespace-pre-line wrap-anywhere max-sm:col-start-2 max-sm:row-start-2 max-sm:pt-0">
        {card.back}
      </b>
      <span className="-me-3 flex max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-1">
        <IconButton ref={edit} label={t('edit', { number })} onClick={() => setEditing(true)}>
          <Pencil aria-hidden="true" strokeWidth={1.75} className="size-[1.125rem]" />
        </IconButton>
        <IconButton label={t('remove', { number })} onClick={onRemove}>
          <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
        </IconButton>
      </span>
    </li>
  )
}

function IconButton({ label, ...rest }: { label: string } & React.ComponentProps<'button'>) {
  return (
    <button
      type="button"
      aria-label={label}
      className="grid size-11 place-items-center rounded-control border border-transparent text-ink-muted hover:border-edge hover:text-ink"
      {...rest}
    />
  )
}

type EditedProps = Omit<Props, 'isNewest' | 'onRemove'> & { onClose: () => void }

function EditedRow({ owner, deckId, card, number, onSave, onClose }: EditedProps) {
  const t = useTranslations('cards')
  const form = useRef<HTMLFormElement>(null)
  const { fault, read } = useCardSides(form)
  const draft = useDraft(draftName(owner, deckId ?? '', card.itemId), form, { onClose })
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sides = read()
    if (!sides) return
    onSave({ ...card, ...sides })
    draft.drop()
    onClose()
  }
  return (
    <li className="border-t py-4">
      <form
        ref={form}
        aria-label={t('edit', { number })}
        onSubmit={save}
        onChange={draft.keep}
        onKeyDown={(event) => event.key === 'Escape' && draft.leave()}
        className="grid gap-3 sm:grid-cols-2"
      >
        {draft.isDraft ? (
          <div className="sm:col-span-2">
            <DraftNote onStartOver={draft.startOver} />
          </div>
        ) : null}
        <CardSideFields fault={fault} card={card} />
        <div className="flex justify-end gap-3 sm:col-span-2">
          <Button size="slim" onClick={draft.giveUp}>
            {t('cancel')}
          </Button>
          <Button type="submit" size="slim">
            {t('save')}
          </Button>
        </div>
      </form>
    </li>
  )
}
