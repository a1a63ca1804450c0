'use client'

import { clsx } from 'clsx'
import { Pencil, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../ui/button'
import { TextAreaField } from '../ui/field'
import { useOnChange } from '../ui/use-on-change'
import type { HandCard } from './card-types'

type Props = {
  card: HandCard
  number: number
  isNewest: boolean
  onSave: (card: HandCard) => void
  onRemove: () => void
}

/** One card of the list, with buttons to edit it in place and to take it away. */
export function CardRow({ card, number, isNewest, onSave, onRemove }: Props) {
  const t = useTranslations('cards')
  const [isEditing, setEditing] = useState(false)
  const edit = useRef<HTMLButtonElement>(null)
  useOnChange(isEditing, () => {
    if (!isEditing) edit.current?.focus()
  })
  if (isEditing) {
    return <EditedRow {...{ card, number, onSave }} onClose={() => setEditing(false)} />
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

type EditedProps = { card: HandCard; number: number; onSave: (card: HandCard) => void; onClose: () => void }

function EditedRow({ card, number, onSave, onClose }: EditedProps) {
  const t = useTranslations('cards')
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [front, back] = [String(form.get('front')).trim(), String(form.get('back')).trim()]
    if (!front || !back) return
    onSave({ ...card, front, back })
    onClose()
  }
  return (
    <li className="border-t py-4">
      <form
        aria-label={t('edit', { number })}
        onSubmit={save}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="grid gap-3 sm:grid-cols-2"
      >
        <TextAreaField
          label={t('front')}
          name="front"
          rows={2}
          required
          autoFocus
          defaultValue={card.front}
          className="min-h-18!"
        />
        <TextAreaField label={t('back')} name="back" rows={2} required defaultValue={card.back} className="min-h-18!" />
        <div className="flex justify-end gap-3 sm:col-span-2">
          <Button size="slim" onClick={onClose}>
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
