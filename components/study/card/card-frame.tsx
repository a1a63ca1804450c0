'use client'

import { clsx } from 'clsx'
import { Star } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { StudyCard } from '@/lib/core/memory/session/study-card'

/** The card on screen, on a pile if more follow. It turns when the learner shows the answer. */
export function TurningCard(props: { shown: boolean; isLast: boolean; front: ReactNode; back: ReactNode }) {
  const { shown, isLast } = props
  // A card that appears with its answer open (reload, undo) does not turn.
  const [wasOpen] = useState(shown)
  return (
    <CardPlace>
      {/* On a phone the question fills the screen, and the answer starts at the top. */}
      <div
        className={clsx(
          'grid self-center max-sm:mb-4',
          isLast || 'pile',
          shown ? 'max-sm:self-start' : 'max-sm:self-stretch',
        )}
      >
        <div className={clsx('relative z-1 grid', shown && !wasOpen && 'animate-turn')}>
          {shown ? props.back : props.front}
        </div>
      </div>
    </CardPlace>
  )
}

/** The place of the card or of its editor. */
export function CardPlace({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-[45rem] px-[var(--gutter)] pt-8 pb-6 max-sm:px-4 max-sm:pt-4">
      {children}
    </div>
  )
}

/** When the card was last seen, or why rating it changes no date; and its star. */
export function CardHead({ card, cram }: { card: StudyCard; cram: boolean }) {
  const t = useTranslations('study')
  return (
    <div className="flex items-start justify-between gap-4 text-caption text-ink-muted">
      <p>{useSeen(card, cram)}</p>
      {card.starred ? (
        <span className="text-flag">
          <Star role="img" aria-label={t('flags.star')} strokeWidth={1.75} className="size-[1.125rem] fill-current" />
        </span>
      ) : null}
    </div>
  )
}

function useSeen({ counts, dueStatus, lastSeenDays }: StudyCard, cram: boolean): string {
  const t = useTranslations('study.seen')
  if (!counts && dueStatus !== 'learning' && !cram) return t('counted')
  if (lastSeenDays === null) return t('never')
  return lastSeenDays === 0 ? t('today') : t('days', { days: lastSeenDays })
}

/** The look of both sides of a card. */
export const CARD = 'relative z-1 grid rounded-card bg-surface p-[clamp(1.5rem,6vw,3.25rem)] shadow-held'
