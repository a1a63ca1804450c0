'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import { RATINGS, type Rating } from '@/lib/core/memory/scheduling/memory'
import type { StudyQuery } from '../study-address'
import { QueryFields } from '../study-query-fields'
import { useIntervalText } from './interval-text'
import { allowedRatings, type Session } from './session-reducer'

export type FormAction = (form: FormData) => Promise<void>

const TONES: Record<Rating, { word: string; edge: string }> = {
  again: { word: 'text-again', edge: 'border-t-again hover:border-again' },
  hard: { word: 'text-hard', edge: 'border-t-hard hover:border-hard' },
  good: { word: 'text-good', edge: 'border-t-good hover:border-good' },
  easy: { word: 'text-easy', edge: 'border-t-easy hover:border-easy' },
}

type Props = {
  session: Session
  query: StudyQuery
  /** Made by the server, for the form without script: sent twice it is still one review. */
  nextReviewId: string
  action: FormAction
  onRate: (rating: Rating) => void
}

/** Four buttons, each with the interval that it gives. Without scripts they submit a form. */
export function RatingBar({ session, query, nextReviewId, action, onRate }: Props) {
  const t = useTranslations('study')
  const { card } = session
  if (!card) return null
  const allowed = allowedRatings(session)
  return (
    <form
      action={action}
      aria-label={t('ratings')}
      className="grid w-full grid-cols-4 gap-2 max-sm:gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        const rating = RATINGS.find((name) => submitter instanceof HTMLButtonElement && submitter.value === name)
        if (rating) onRate(rating)
      }}
    >
      <QueryFields query={query} />
      <input type="hidden" name="id" value={nextReviewId} />
      <input type="hidden" name="factId" value={card.factId} />
      <input type="hidden" name="itemId" value={card.itemId} />
      <input type="hidden" name="revisionId" value={card.revisionId} />
      {RATINGS.map((rating) => (
        <RatingButton key={rating} rating={rating} session={session} isAllowed={allowed.includes(rating)} />
      ))}
    </form>
  )
}

/** A rating that is not allowed keeps its position, for learners who know the keys. */
function RatingButton(props: { rating: Rating; session: Session; isAllowed: boolean }) {
  const { rating, isAllowed } = props
  const t = useTranslations('study')
  return (
    <button
      type="submit"
      name="rating"
      value={rating}
      disabled={!isAllowed}
      title={isAllowed ? undefined : t('notEarned')}
      aria-describedby={`next-${rating}`}
      className={clsx(
        'relative grid min-h-18 content-center justify-items-start rounded-b-control border border-t-5 border-edge bg-surface px-4 py-2 text-start leading-[1.3] enabled:hover:bg-paper disabled:opacity-45 max-sm:min-h-16 max-sm:justify-items-center max-sm:px-0',
        TONES[rating].edge,
      )}
    >
      <b className={clsx('font-semibold', TONES[rating].word)}>{t(`rating.${rating}`)}</b>
      <span id={`next-${rating}`} aria-hidden="true" className="text-label text-ink-muted max-sm:text-caption">
        {useLeadsTo(props)}
      </span>
      <span className="absolute end-3 top-3 text-ink-muted">
        <Kbd>{RATINGS.indexOf(rating) + 1}</Kbd>
      </span>
    </button>
  )
}

function useLeadsTo({ rating, session, isAllowed }: { rating: Rating; session: Session; isAllowed: boolean }): string {
  const t = useTranslations('study.leads')
  const words = useIntervalText()
  const { card, hints, cram } = session
  if (!card || !isAllowed) return t('nowhere')
  if (hints > 0) return t('again')
  if (cram) return t(rating === 'again' ? 'again' : 'done')
  return words(card.intervals[rating])
}
