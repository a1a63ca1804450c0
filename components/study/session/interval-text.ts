import { useTranslations } from 'next-intl'
import type { Rating } from '@/lib/core/memory/scheduling/memory'
import type { Interval } from '@/lib/core/memory/session/interval'
import type { StudyCard } from '@/lib/core/memory/session/study-card'
import type { Session } from './session-reducer'

/** "5 days", as on a rating button. */
export function useIntervalText(): (interval: Interval) => string {
  const t = useTranslations('study.interval')
  return ({ unit, count }) => t(unit, { count })
}

/** "in 5 days", "tomorrow". */
export function useDueText(): (interval: Interval) => string {
  const t = useTranslations('study.in')
  return ({ unit, count }) => t(unit, { count })
}

/** The announcement of what a rating led to. */
export function useRatingAnnouncement(): (session: Session, card: StudyCard, rating: Rating) => string {
  const t = useTranslations('study')
  const when = useDueText()
  return ({ cram, hints }, card, rating) => {
    if (cram) return t(rating === 'again' || hints > 0 ? 'said.crammedAgain' : 'said.crammed')
    if (hints > 0) return t('said.assisted')
    return t('said.rated', { rating: t(`rating.${rating}`), when: when(card.intervals[rating]) })
  }
}
