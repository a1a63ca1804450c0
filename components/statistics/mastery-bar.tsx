import { useTranslations } from 'next-intl'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { MasterySwatch } from '../ui/mastery-swatch'
import { ChartSection, DataTable } from './chart-section'

/** The best level first. */
const ORDER: readonly Mastery[] = [4, 3, 2, 1, 0]
const LOOKS = ['bg-mastery-0', 'bg-mastery-1', 'bg-mastery-2', 'bg-mastery-3', 'bg-mastery-4'] as const

/** How many facts are at each level of mastery: a stacked bar with a legend. */
export function MasteryBar({ mastery }: { mastery: readonly number[] }) {
  const [t, names, all] = [
    useTranslations('statistics.mastery'),
    useTranslations('common.mastery'),
    useTranslations('statistics'),
  ]
  const total = mastery.reduce((sum, count) => sum + count, 0)
  const countOf = (level: Mastery) => mastery[level] ?? 0
  const words = total === 0 ? t('none') : t('words', { total, mastered: countOf(4), unseen: countOf(0) })
  const rows = ORDER.map((level) => [
    names(MASTERY_NAMES[level]),
    countOf(level),
    all('percent', { share: percent(countOf(level) / Math.max(1, total)) }),
  ])
  const table = <DataTable head={[t('name'), t('facts'), t('share')]} rows={rows} />
  return (
    <ChartSection id="mastery" title={t('title')} words={words} note={t('note')} table={table}>
      {total > 0 ? (
        <div className="grid gap-4">
          <div role="img" aria-label={words} className="flex h-6 gap-[2px]">
            {ORDER.filter((level) => countOf(level) > 0).map((level) => (
              <i
                key={level}
                className={LOOKS[level]}
                style={{ flexGrow: countOf(level) }}
                title={`${names(MASTERY_NAMES[level])}: ${countOf(level)}`}
              />
            ))}
          </div>
          <dl className="flex flex-wrap gap-x-8 gap-y-3">
            {ORDER.map((level) => (
              <div key={level}>
                <dt className="inline-flex items-center gap-2 text-label text-ink-muted">
                  <MasterySwatch mastery={level} />
                  {names(MASTERY_NAMES[level])}
                </dt>
                <dd className="text-lead font-semibold">{countOf(level)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </ChartSection>
  )
}
