import { Star } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { StudyCard } from '@/lib/core/memory/study-card'

/** When the card was last seen, or why rating it changes no date; and its star. */
export function CardHead({ card, cram }: { card: StudyCard; cram: boolean }) {
  const t = useTranslations('study')
  return (
    <div className="flex items-start justify-between gap-4 text-caption text-ink-muted">
      <p>{useSeen(card, cram)}</p>
      {card.starred ? (
        <span className="text-flag">
          <Star role="img" aria-label={t('marks.star')} strokeWidth={1.75} className="size-[1.125rem] fill-current" />
        </span>
      ) : null}
    </div>
  )
}

function useSeen({ counts, pile, lastSeenDays }: StudyCard, cram: boolean): string {
  const t = useTranslations('study.seen')
  if (!counts && pile !== 'learning' && !cram) return t('counted')
  if (lastSeenDays === null) return t('never')
  return lastSeenDays === 0 ? t('today') : t('days', { days: lastSeenDays })
}
