'use client'

import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Annotation, Annotations } from '@/lib/data/tags/flag-and-tag-facts'
import { ItemRow, type ItemRowProps } from './item-row'
import { queryOf } from './items-query'
import type { ListedFact, ListedItem } from './items-types'

type FactSectionProps = Omit<ItemRowProps, 'item'> & {
  fact: ListedFact
  startsHeading: boolean
  /** The fact before it has the same statement, and asks for another answer in it. */
  repeatsStatement: boolean
  items: readonly ListedItem[]
  /** The learner's own; undefined if the fact has none. */
  annotations: Annotations | undefined
  onAnnotate: (factId: string, annotation: Annotation) => void
}

/** A fact as the document states it, and the items that ask it. */
export const FactSection = memo(FactSectionView, isSame)

function FactSectionView({ fact, startsHeading, repeatsStatement, items, ...rest }: FactSectionProps) {
  const t = useTranslations('items')
  const hasHeading = startsHeading && fact.heading !== ''
  const { annotations, onAnnotate, ...row } = rest
  return (
    <>
      {hasHeading ? <h2 className="mt-6 border-t pt-5 text-lead first-of-type:mt-3">{fact.heading}</h2> : null}
      <section
        id={`fact-${fact.id}`}
        className={clsx(
          '-mx-5 scroll-mt-4 px-5 pb-5 max-wide:scroll-mt-[40dvh] max-sm:-mx-3 max-sm:px-3',
          // The statement is already shown above, so its items continue that list.
          repeatsStatement && '-mt-5 [&>article]:border-t!',
        )}
      >
        <h3
          className={clsx(
            'mb-2 text-body leading-[1.45]',
            repeatsStatement ? 'sr-only' : hasHeading ? 'pt-3' : 'border-t pt-4',
          )}
        >
          {fact.statement || t('questionsOn', { heading: fact.heading || 'none' })}
        </h3>
        {annotations ? (
          <AnnotationList {...row} factId={fact.id} annotations={annotations} onAnnotate={onAnnotate} />
        ) : null}
        {items.map((item) => (
          <ItemRow key={item.id} item={item} {...row} />
        ))}
      </section>
    </>
  )
}

// The page has about a hundred sections, and a key press changes two of them.
function isSame(before: FactSectionProps, after: FactSectionProps): boolean {
  if (before.fact !== after.fact || before.items.some((item, at) => item !== after.items[at])) return false
  if (before.annotations !== after.annotations) return false
  if (before.items.some(({ id }) => before.selected.has(id) !== after.selected.has(id))) return false
  const concerns = (id: string | null) => before.items.some((item) => item.id === id)
  if (before.current !== after.current && (concerns(before.current) || concerns(after.current))) return false
  return before.editing === after.editing || !(concerns(before.editing) || concerns(after.editing))
}

type AnnotationListProps = Pick<ItemRowProps, 'deckId' | 'view' | 'actions'> & {
  factId: string
  annotations: Annotations
  onAnnotate: (factId: string, annotation: Annotation) => void
}

/** The learner's own tags and flags on a fact; pressing one takes it off. */
function AnnotationList({ deckId, factId, view, annotations, actions, onAnnotate }: AnnotationListProps) {
  const t = useTranslations('items.annotations')
  const { starred, suspended, tags } = annotations
  const entries = [
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
      {entries.map(({ annotation, word, does }) => (
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
            <input type="hidden" name="operation" value={annotation.kind} />
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
