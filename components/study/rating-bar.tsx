'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import { RATINGS, type Rating } from '@/lib/core/memory/memory'
import type { StudyCard } from '@/lib/core/memory/study-card'
import type { StudyPlace } from './study-place'
import { useIntervalWords } from './words'

export type FormDeed = (form: FormData) => Promise<void>

const TONES: Record<Rating, { word: string; edge: string }> = {
  again: { word: 'text-again', edge: 'border-t-again hover:border-again' },
  hard: { word: 'text-hard', edge: 'border-t-hard hover:border-hard' },
  good: { word: 'text-good', edge: 'border-t-good hover:border-good' },
  easy: { word: 'text-easy', edge: 'border-t-easy hover:border-easy' },
}

/** Four equal buttons, none chosen beforehand, each with what it leads to. Without script a form that posts. */
export function RatingBar(props: {
  card: StudyCard
  place: StudyPlace
  /** Made by the server, for the form without script: sent twice it is still one review. */
  nextReviewId: string
  deed: FormDeed
  onRate: (rating: Rating) => void
}) {
  const { card, place } = props
  const t = useTranslations('study')
  const words = useIntervalWords()
  return (
    <form
      action={props.deed}
      aria-label={t('ratings')}
      className="grid w-full grid-cols-4 gap-2 max-sm:gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        const rating = RATINGS.find((one) => submitter instanceof HTMLButtonElement && submitter.value === one)
        if (rating) props.onRate(rating)
      }}
    >
      <PlaceFields place={place} />
      <input type="hidden" name="id" value={props.nextReviewId} />
      <input type="hidden" name="factId" value={card.factId} />
      <input type="hidden" name="itemId" value={card.itemId} />
      <input type="hidden" name="revisionId" value={card.revisionId} />
      {RATINGS.map((rating, index) => (
        <button
          key={rating}
          type="submit"
          name="rating"
          value={rating}
          aria-describedby={`next-${rating}`}
          className={clsx(
            'relative grid min-h-18 content-center justify-items-start rounded-b-control border border-t-5 border-edge bg-surface px-4 py-2 text-start leading-[1.3] hover:bg-paper max-sm:min-h-16 max-sm:justify-items-center max-sm:px-0',
            TONES[rating].edge,
          )}
        >
          <b className={clsx('font-semibold', TONES[rating].word)}>{t(`rating.${rating}`)}</b>
          <span id={`next-${rating}`} aria-hidden="true" className="text-label text-ink-muted max-sm:text-caption">
            {words(card.intervals[rating])}
          </span>
          <span className="absolute end-3 top-3 text-ink-muted">
            <Kbd>{index + 1}</Kbd>
          </span>
        </button>
      ))}
    </form>
  )
}

export function PlaceFields({ place }: { place: StudyPlace }) {
  return (
    <>
      {place.deckId ? <input type="hidden" name="deck" value={place.deckId} /> : null}
      {place.factIds ? <input type="hidden" name="facts" value={place.factIds.join(',') || 'none'} /> : null}
    </>
  )
}
