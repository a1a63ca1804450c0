'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { CARD_SIDE_CHARACTERS, TITLE_CHARACTERS } from '@/lib/core/shared/input-limits'
import { studyAddress } from '../study/study-address'
import { ButtonLink } from '../ui/button'
import { DoneNote, Field, FormError, SubmitButton, TextAreaField } from '../ui/field'
import { Kbd } from '../ui/kbd'
import { CardRow } from './card-row'
import type { CardActions, HandCard } from './card-types'
import { useHandCards } from './use-hand-cards'

type Props = { deckId: string | null; title: string; cards: readonly HandCard[]; actions: CardActions }

/** Cards written by hand: front, Tab, back, Enter. The first one makes the deck. */
export function CardsByHand({ deckId: initialId, title, cards: initial, actions }: Props) {
  const t = useTranslations('cards')
  const { deckId, cards, isSaving, problem, add, save, remove, rename } = useHandCards(
    { deckId: initialId, title, cards: initial },
    actions,
  )
  return (
    <div className="mx-auto grid max-w-[60rem] gap-6 pt-6">
      <h1 className="sr-only">{t(deckId ? 'titleOld' : 'titleNew')}</h1>
      <EntryForm {...{ deckId, title, problem, actions, rename }} count={cards.length} onAdd={add} />
      <section aria-labelledby="cards" className="border-t pt-4">
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-6">
          <h2 id="cards" className="text-lead">
            {t('count', { count: cards.length })}
          </h2>
          <DoneNote>{isSaving || cards.length === 0 || problem ? null : t('saved')}</DoneNote>
        </div>
        {cards.length === 0 ? <p className="mt-2 text-ink-muted">{t('none')}</p> : null}
        <ol className="border-b empty:hidden">
          {cards.map((card, at) => (
            <CardRow
              key={card.itemId}
              card={card}
              number={cards.length - at}
              isNewest={at === 0 && cards.length > initial.length}
              onSave={save}
              onRemove={() => remove(card, at)}
            />
          ))}
        </ol>
        <p className="mt-3 text-label text-ink-muted">{t('noProof')}</p>
      </section>
    </div>
  )
}

type EntryProps = {
  deckId: string | null
  title: string
  count: number
  problem: ReturnType<typeof useHandCards>['problem']
  actions: CardActions
  rename: (title: string) => void
  onAdd: (form: FormData) => void
}

function EntryForm({ deckId, title, count, problem, actions, rename, onAdd }: EntryProps) {
  const t = useTranslations('cards')
  const form = useRef<HTMLFormElement>(null)
  const field = (name: string) => form.current?.elements.namedItem(name) as HTMLTextAreaElement | null
  // What was refused goes back into the fields, unless the author is writing the next card.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields are looked up when there is a problem.
  useEffect(() => {
    const [front, back] = [field('front'), field('back')]
    if (!problem || !front || !back || front.value || back.value) return
    front.value = problem.front
    back.value = problem.back
  }, [problem])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [front, back] = [field('front'), field('back')]
    if (!front || !back) return
    const empty = [front, back].find(({ value }) => value.trim() === '')
    if (empty) return empty.focus()
    onAdd(new FormData(event.currentTarget))
    front.value = ''
    back.value = ''
    front.focus()
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
    <form ref={form} action={actions.post} onSubmit={send} className="grid gap-6">
      <TitleRow {...{ deckId, title, count, rename }} />
      {deckId ? <input type="hidden" name="deckId" value={deckId} /> : null}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextAreaField
          label={t('front')}
          name="front"
          rows={2}
          required
          autoFocus
          onKeyDown={press}
          className="min-h-18!"
        />
        <TextAreaField
          label={t('back')}
          name="back"
          rows={2}
          required
          placeholder={t('backHint')}
          onKeyDown={press}
          className="min-h-18!"
        />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 sm:col-span-2">
          <KeyHints />
          <SubmitButton className="min-w-44 max-sm:w-full">{t('add')}</SubmitButton>
        </div>
      </div>
      <FormError>{problem ? t(`refused.${problem.reason}`, { most: CARD_SIDE_CHARACTERS }) : null}</FormError>
    </form>
  )
}

function TitleRow({ deckId, title, count, rename }: Pick<EntryProps, 'deckId' | 'title' | 'count' | 'rename'>) {
  const t = useTranslations('cards')
  const canStudy = deckId && count > 0
  return (
    <div className={clsx('grid items-end gap-4', canStudy && 'sm:grid-cols-[1fr_auto]')}>
      <Field
        label={t('title')}
        name="title"
        maxLength={TITLE_CHARACTERS}
        placeholder={t('untitled')}
        defaultValue={title}
        onBlur={({ target }) => rename(target.value)}
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
