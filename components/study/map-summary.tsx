import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { RecallShade } from '@/lib/core/statistics/predicted-recall'
import type { ReadMap } from '@/lib/core/statistics/recall-map'

const SCALE: readonly { shade: RecallShade; look: string }[] = [
  { shade: 0, look: 'border-b-2 border-dotted border-edge' },
  { shade: 1, look: 'bg-recall-1' },
  { shade: 2, look: 'bg-recall-2' },
  { shade: 3, look: 'bg-recall-3' },
  { shade: 4, look: 'bg-recall-4' },
]

/** One number for the whole text, what it means, and what the shades say. */
export function MapSummary({ map }: { map: ReadMap }) {
  const t = useTranslations('deck.text')
  return (
    <div className="max-lg:order-first">
      <p>
        <b className="block text-hero leading-[1.1] font-semibold tracking-[-0.025em] proportional-nums">
          {map.percent} %
        </b>
        <span className="text-ink-muted">{t('whole')}</span>
      </p>
      <p className="mt-1 text-caption text-ink-muted">
        {t('wholeMeaning', { facts: map.facts })} {map.seen ? null : t('notSeen')}
      </p>
      <ol aria-label={t('shades')} className="mt-4 grid grid-cols-5 gap-[2px] text-caption text-ink-muted">
        {SCALE.map(({ shade, look }) => (
          <li key={shade} className="grid gap-1 leading-[1.3]">
            <i aria-hidden="true" className={clsx('h-3.5', look)} />
            {t(`shade.${shade}`)}
          </li>
        ))}
      </ol>
    </div>
  )
}
