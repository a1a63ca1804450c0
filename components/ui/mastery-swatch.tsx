import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'

const ALL: readonly Mastery[] = [0, 1, 2, 3, 4]

const SIZES = { small: '', default: '', large: '[--patch:1.375rem]' } as const

/** The mastery of one fact. Without a label it is decorative, beside words that say the same. */
export function MasterySwatch({
  mastery,
  label,
  size = 'default',
}: {
  mastery: Mastery
  label?: string
  size?: keyof typeof SIZES
}) {
  const look = clsx('patch', size === 'small' && '[--patch:0.875rem]', SIZES[size])
  return label ? (
    <span className={look} data-mastery={mastery} role="img" aria-label={label} title={label} />
  ) : (
    <i className={look} data-mastery={mastery} aria-hidden="true" />
  )
}

type MasteryStripProps = {
  patches: readonly { mastery: Mastery; label: string }[]
  /** Facts in one patch, in a deck of very many. */
  each?: number
}

/** A deck as patchwork. Read out as one sentence of counts; each patch names its fact on hover. */
export function MasteryStrip({ patches, each = 1 }: MasteryStripProps) {
  const t = useTranslations('common')
  const label = useMasteryLabel(patches, each)
  return (
    <>
      <div className="mastery-strip [--patch:0.875rem]" role="img" aria-label={label}>
        {patches.map((patch, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may share a label; their place is what tells them apart.
          <i key={index} className="patch" data-mastery={patch.mastery} title={patch.label || undefined} />
        ))}
      </div>
      {each > 1 ? <p className="mt-1 text-caption text-ink-muted">{t('mastery.each', { count: each })}</p> : null}
    </>
  )
}

function useMasteryLabel(patches: readonly { mastery: Mastery }[], each: number): string {
  const t = useTranslations('common')
  const seen = patches.some((patch) => patch.mastery > 0)
  if (!seen) return t('mastery.noneSeen', { total: patches.length * each })
  const counts = [...ALL]
    .reverse()
    .map((mastery) => ({ mastery, count: patches.filter((patch) => patch.mastery === mastery).length }))
    .filter(({ count }) => count > 0)
    .map(({ mastery, count }) => t(`mastery.count.${MASTERY_NAMES[mastery]}`, { count }))
  const said = { total: patches.length, counts: counts.join(', ') }
  return each > 1 ? t('mastery.summaryOfMany', { ...said, each }) : t('mastery.summary', said)
}

export function MasteryLegend() {
  const t = useTranslations('common')
  return (
    <ul aria-label={t('mastery.legend')} className="flex flex-wrap gap-x-4 gap-y-1 text-caption text-ink-muted">
      {ALL.map((mastery) => (
        <li key={mastery} className="inline-flex items-center gap-2">
          <MasterySwatch mastery={mastery} />
          {t(`mastery.${MASTERY_NAMES[mastery]}`)}
        </li>
      ))}
    </ul>
  )
}
