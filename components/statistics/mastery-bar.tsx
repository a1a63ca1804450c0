import { useTranslations } from 'next-intl'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { MasterySwatch } from '../ui/mastery-swatch'
import { DataTable } from './data-table'
import { Part } from './part'

/** The best first, as the patchwork fills. */
const ORDER: readonly Mastery[] = [4, 3, 2, 1, 0]
const LOOKS = ['bg-mastery-0', 'bg-mastery-1', 'bg-mastery-2', 'bg-mastery-3', 'bg-mastery-4'] as const

/** How many facts have come how far: one band, and its parts named with their patches. */
export function MasteryBar({ mastery }: { mastery: readonly number[] }) {
  const [t, names, all] = [
    useTranslations('statistics.mastery'),
    useTranslations('common.mastery'),
    useTranslations('statistics'),
  ]
  const total = mastery.reduce((sum, count) => sum + count, 0)
  const of = (level: Mastery) => mastery[level] ?? 0
  const words = total === 0 ? t('none') : t('words', { total, mastered: of(4), unseen: of(0) })
  const rows = ORDER.map((level) => [
    names(MASTERY_NAMES[level]),
    of(level),
    all('percent', { share: percent(of(level) / Math.max(1, total)) }),
  ])
  const table = <DataTable head={[t('name'), t('facts'), t('share')]} rows={rows} />
  return (
    <Part id="mastery" title={t('title')} words={words} note={t('note')} table={table}>
      {total > 0 ? (
        <div className="grid gap-4">
          <div role="img" aria-label={words} className="flex h-6 gap-[2px]">
            {ORDER.filter((level) => of(level) > 0).map((level) => (
              <i
                key={level}
                className={LOOKS[level]}
                style={{ flexGrow: of(level) }}
                title={`${names(MASTERY_NAMES[level])}: ${of(level)}`}
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
                <dd className="text-lead font-semibold">{of(level)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </Part>
  )
}
