'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ItemsView } from './items-view'
import { queryOf } from './items-view'
import type { LaidOn, Laying, ReviewActions } from './review-types'

type LaidLineProps = {
  deckId: string
  factId: string
  view: ItemsView
  laid: LaidOn
  actions: ReviewActions
  onLay: (factId: string, laying: Laying) => void
}

/** The learner's own tags and marks on a fact; pressing one takes it off. */
export function LaidLine({ deckId, factId, view, laid, actions, onLay }: LaidLineProps) {
  const t = useTranslations('items.laid')
  const { starred, suspended, tags } = laid
  const marks = [
    ...(starred ? [{ laying: { kind: 'star', on: false } as const, word: t('starred'), does: t('starOff') }] : []),
    ...(suspended
      ? [{ laying: { kind: 'suspend', on: false } as const, word: t('suspended'), does: t('suspendOff') }]
      : []),
    ...tags.map((name) => ({
      laying: { kind: 'tag', name, on: false } as const,
      word: name,
      does: t('tagOff', { name }),
    })),
  ]
  return (
    <ul aria-label={t('name')} className="-mt-1 mb-1 flex flex-wrap gap-x-4">
      {marks.map(({ laying, word, does }) => (
        <li key={`${laying.kind} ${word}`}>
          <form
            action={actions.layByForm}
            onSubmit={(event) => {
              event.preventDefault()
              onLay(factId, laying)
            }}
          >
            <input type="hidden" name="deckId" value={deckId} />
            <input type="hidden" name="factId" value={factId} />
            <input type="hidden" name="view" value={queryOf(view)} />
            <input type="hidden" name="deed" value={laying.kind} />
            {laying.kind === 'tag' ? <input type="hidden" name="name" value={laying.name} /> : null}
            <button
              type="submit"
              aria-label={does}
              className="inline-flex min-h-11 items-center gap-1.5 rounded-control text-label text-ink-muted hover:text-ink"
            >
              {word}
              <X aria-hidden="true" strokeWidth={1.75} className="size-4" />
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
