'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { TAG_CHARACTERS } from '@/lib/core/shared/input-limits'
import { ActionForm, useActionForm } from '../ui/action-form'
import { Button } from '../ui/button'
import { FormError } from '../ui/field'
import { decksAddress } from './tag-filter'

export type TagState = { readonly kind: 'unsent' | 'tagged' | 'unnamed' | 'too-many' | 'gone'; readonly name: string }

const UNSENT: TagState = { kind: 'unsent', name: '' }

type DeckTagsProps = {
  deckId: string
  tags: readonly string[]
  /** All tags of the learner, as suggestions. */
  used: readonly string[]
  add: (before: TagState, form: FormData) => Promise<TagState>
  remove: (form: FormData) => Promise<void>
}

/** The learner's own tags of a deck. Each links to the decks that have it. */
export function DeckTags({ deckId, tags, used, add, remove }: DeckTagsProps) {
  const t = useTranslations('deck.tags')
  const field = useRef<HTMLInputElement>(null)
  const form = useActionForm(add, UNSENT)
  const { state } = form
  const refused = state.kind === 'unsent' || state.kind === 'tagged' ? null : state.kind
  return (
    <section aria-labelledby="tags" className="border-t pt-5">
      <h2 id="tags" className="text-lead">
        {t('title')}
      </h2>
      {tags.length > 0 ? (
        <ul className="mt-1">
          {tags.map((name) => (
            <li key={name} className="flex items-center justify-between gap-3">
              <Link href={decksAddress(name)} className="inline-flex min-h-11 items-center text-label wrap-anywhere">
                {name}
              </Link>
              {/* The button disappears with its tag, so the focus moves to the field. */}
              <form action={remove} onSubmit={() => field.current?.focus()}>
                <input type="hidden" name="deckId" value={deckId} />
                <input type="hidden" name="name" value={name} />
                <button
                  type="submit"
                  aria-label={t('remove', { name })}
                  className="grid size-11 place-items-center rounded-control text-ink-muted hover:text-ink"
                >
                  <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-label text-ink-muted">{t('none')}</p>
      )}
      <ActionForm form={form} className="mt-2 grid gap-2">
        <input type="hidden" name="deckId" value={deckId} />
        <div className="flex gap-2">
          <input
            ref={field}
            name="name"
            list="used-tags"
            aria-label={t('name')}
            defaultValue={refused ? state.name : ''}
            maxLength={TAG_CHARACTERS}
            autoComplete="off"
            required
            className="min-h-11 w-full min-w-0 rounded-control border border-edge bg-surface px-3 text-label hover:border-ink focus-visible:rounded-control focus-visible:outline-offset-1"
          />
          <Button type="submit" size="slim" aria-busy={form.isPending} className="whitespace-nowrap">
            {t('add')}
          </Button>
        </div>
        <FormError>{refused ? t(`refused.${refused}`, { most: TAG_CHARACTERS }) : null}</FormError>
        <datalist id="used-tags">
          {used.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </ActionForm>
    </section>
  )
}
