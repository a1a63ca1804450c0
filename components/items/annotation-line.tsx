'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Annotation, Annotations } from '@/lib/data/tags/annotate-facts'
import { type ItemsView, queryOf } from './items-query'
import type { ReviewActions } from './review-types'

type AnnotationLineProps = {
  deckId: string
  factId: string
  view: ItemsView
  annotations: Annotations
  actions: ReviewActions
  onAnnotate: (factId: string, annotation: Annotation) => void
}

/** The learner's own tags and flags on a fact; pressing one takes it off. */
export function AnnotationLine({ deckId, factId, view, annotations, actions, onAnnotate }: AnnotationLineProps) {
  const t = useTranslations('items.annotations')
  const { starred, suspended, tags } = annotations
  const flags = [
    ...(starred ? [{ annotation: { kind: 'star', on: false } as const, word: t('starred'), does: t('starOff') }] : []),
    ...(suspended
      ? [{ annotation: { kind: 'suspend', on: false } as const, word: t('suspended'), does: t('suspendOff') }]
      : []),
    ...tags.map((name) => ({
      annotation: { kind: 'tag', name, on: false } as const,
      word: name,
      does: t('tagOff', { name }),
    })),
  ]
  return (
    <ul aria-label={t('name')} className="-mt-1 mb-1 flex flex-wrap gap-x-4">
      {flags.map(({ annotation, word, does }) => (
        <li key={`${annotation.kind} ${word}`}>
          <form
            action={actions.annotateByForm}
            onSubmit={(event) => {
              event.preventDefault()
              onAnnotate(factId, annotation)
            }}
          >
            <input type="hidden" name="deckId" value={deckId} />
            <input type="hidden" name="factId" value={factId} />
            <input type="hidden" name="view" value={queryOf(view)} />
            <input type="hidden" name="deed" value={annotation.kind} />
            {annotation.kind === 'tag' ? <input type="hidden" name="name" value={annotation.name} /> : null}
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
