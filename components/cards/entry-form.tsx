'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { TITLE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { studyAddress } from '../study/study-address'
import { ButtonLink } from '../ui/button'
import { Field, SubmitButton } from '../ui/field'
import { DraftNote, draftName, useDraft } from '../ui/form-draft'
import { Kbd } from '../ui/kbd'
import { CardSideFields, useCardSides } from './card-sides'
import type { CardActions } from './card-types'

type EntryFormProps = {
  /** The learner who looks; null for a stranger. */
  owner: string | null
  deckId: string | null
  title: string
  /** Cards of the deck. */
  count: number
  post: CardActions['post']
  onRename: (title: string) => void
  onAdd: (form: FormData) => void
}

/** The title of the deck and the card that is typed, which stays in this tab until it is added. */
export function EntryForm({ owner, deckId, title, count, post, onRename, onAdd }: EntryFormProps) {
  const t = useTranslations('cards')
  const form = useRef<HTMLFormElement>(null)
  const { fault, field, read } = useCardSides(form)
  const draft = useDraft(draftName(owner, deckId ?? 'new', 'card'), form, { onClose: () => {} })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!read()) return
    onAdd(new FormData(event.currentTarget))
    draft.drop()
    for (const side of ['back', 'front'] as const) {
      const area = field(side)
      if (area) area.value = ''
      area?.focus()
    }
  }
  /** Enter in the front goes on to the back, in the back it adds; with Shift it is a new line. */
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    const back = field('back')
    if (event.currentTarget.name === 'front' && back?.value.trim() === '') back.focus()
    else form.current?.requestSubmit()
  }
  return (
    <form ref={form} action={post} onSubmit={send} onChange={draft.keep} className="grid gap-6">
      <TitleRow {...{ deckId, title, count, onRename }} />
      {deckId ? <input type="hidden" name="deckId" value={deckId} /> : null}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {draft.isDraft ? (
          <div className="sm:col-span-2">
            <DraftNote onStartOver={draft.startOver} />
          </div>
        ) : null}
        <CardSideFields fault={fault} backHint={t('backHint')} onKeyDown={press} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 sm:col-span-2">
          <KeyHints />
          <SubmitButton className="min-w-44 max-sm:w-full">{t('add')}</SubmitButton>
        </div>
      </div>
    </form>
  )
}

function TitleRow({ deckId, title, count, onRename }: Pick<EntryFormProps, 'deckId' | 'title' | 'count' | 'onRename'>) {
  const t = useTranslations('cards')
  const canStudy = deckId && count > 0
  return (
    <div className={clsx('grid items-end gap-4', canStudy && 'sm:grid-cols-[1fr_auto]')}>
      <Field
        label={t('title')}
        name="title"
        // The title of a deck is saved by itself; it is no part of the next card.
        form={deckId ? 'none' : undefined}
        maxLength={TITLE_CHARACTERS}
        placeholder={t('untitled')}
        defaultValue={title}
        onBlur={({ target }) => onRename(target.value)}
        className="font-semibold text-lead"
      />
      {canStudy ? (
        <ButtonLink href={studyAddress({ deckId, factIds: null })}>{t('study', { count })}</ButtonLink>
      ) : null}
    </div>
  )
}

function KeyHints() {
  const t = useTranslations('cards.keys')
  return (
    <p className="flex flex-wrap gap-x-4 text-caption text-ink-muted max-sm:hidden [@media(hover:none)]:hidden">
      <span className="inline-flex items-center gap-2">
        <Kbd>Tab</Kbd> {t('back')}
      </span>
      <span className="inline-flex items-center gap-2">
        <Kbd>Enter</Kbd> {t('add')}
      </span>
      <span className="inline-flex items-center gap-2">
        <Kbd>Shift</Kbd> <Kbd>Enter</Kbd> {t('line')}
      </span>
    </p>
  )
}
