import { useTranslations } from 'next-intl'
import { toldByHints } from '@/lib/core/item/first-letters'
import type { StudyCard } from '@/lib/core/memory/study-card'

/** The letters that were asked for, and what they cost: said where it is seen before rating. */
export function HintLine({ card, hints, cram }: { card: StudyCard; hints: number; cram: boolean }) {
  const t = useTranslations('study.hint')
  if (hints === 0) return null
  return (
    <p className="mb-3 text-label text-ink-muted">
      {t('name')} <b className="text-body font-semibold tracking-[0.02em] text-ink">{toldByHints(card, hints)}</b>{' '}
      {t(cram ? 'costsCram' : 'costs')}
    </p>
  )
}
