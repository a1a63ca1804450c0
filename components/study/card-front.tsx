'use client'

import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { Gapped } from '@/components/ui/gapped'
import type { StudyCard } from '@/lib/core/memory/study-card'
import type { StudyPlace } from './study-place'

export const FRONT_FORM = 'show-answer'

/** Longer ones are sentences: read, not seen at a glance. */
const SHORT_UP_TO = 100
const LONG_QUESTION = 'max-w-[34ch] text-[clamp(1.375rem,1.1rem+1.2vw,1.75rem)] leading-[1.35]'

/** When it was last seen, the question at the optical centre, a ruled line to write on. Without script a GET form. */
export function CardFront(props: {
  card: StudyCard
  place: StudyPlace
  headingRef: Ref<HTMLHeadingElement>
  onShow: (typed: string) => void
}) {
  const { card, place } = props
  const t = useTranslations('study')
  return (
    <form
      id={FRONT_FORM}
      action="/study"
      aria-label={t('question')}
      className={`${CARD} min-h-[min(27rem,60dvh)] grid-rows-[auto_1fr_auto] max-sm:min-h-0`}
      onSubmit={(event) => {
        event.preventDefault()
        props.onShow(String(new FormData(event.currentTarget).get('typed') ?? ''))
      }}
    >
      {place.deckId ? <input type="hidden" name="deck" value={place.deckId} /> : null}
      {place.factIds ? <input type="hidden" name="facts" value={place.factIds.join(',')} /> : null}
      {place.lastReviewId ? <input type="hidden" name="last" value={place.lastReviewId} /> : null}
      <input type="hidden" name="card" value={card.factId} />
      <input type="hidden" name="show" value="1" />
      <LastSeen card={card} />
      <h1
        ref={props.headingRef}
        tabIndex={-1}
        className={clsx(
          'self-center py-6 font-[550] wrap-anywhere max-sm:max-w-none',
          card.front.length > SHORT_UP_TO ? LONG_QUESTION : 'max-w-[24ch]',
        )}
      >
        <Gapped text={card.front} />
      </h1>
      <div className="grid gap-1">
        <label htmlFor="typed" className="text-label text-ink-muted">
          {t('typed')}
        </label>
        <input
          key={card.itemId}
          id="typed"
          name="typed"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          className="min-h-13 w-full border-0 border-b-[1.5px] border-edge bg-transparent p-0 text-lead focus-visible:rounded-none focus-visible:border-b-3 focus-visible:border-focus focus-visible:outline-0"
        />
      </div>
    </form>
  )
}

export const CARD = 'relative z-1 grid rounded-card bg-surface p-[clamp(1.5rem,6vw,3.25rem)] shadow-held'

export function LastSeen({ card }: { card: StudyCard }) {
  const t = useTranslations('study.seen')
  const seen =
    card.lastSeenDays === null
      ? t('never')
      : card.lastSeenDays === 0
        ? t('today')
        : t('days', { days: card.lastSeenDays })
  return <p className="text-caption text-ink-muted">{card.counts || card.pile === 'learning' ? seen : t('counted')}</p>
}
