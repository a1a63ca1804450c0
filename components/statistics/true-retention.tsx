import { useTranslations } from 'next-intl'
import { percent } from '@/lib/core/statistics/predicted-recall'
import { type Retention, recalledIfEnough } from '@/lib/core/statistics/retention'
import { ChartSection, DataTable } from './chart-section'

/** A week has too few reviews, and a year is long ago. */
const WINDOW_OF_WORDS = 30
const SCALE_FROM = 0.5
/** Window, line, number. */
const COLUMNS = 'grid grid-cols-[4.5rem_1fr_4rem] gap-3'

/** The share of reviews that were recalled, for young and mature facts, with the expected share. */
export function TrueRetention({ retention }: { retention: readonly Retention[] }) {
  const t = useTranslations('statistics.retention')
  const from = retention.some((counted) => (recalledIfEnough(counted)?.low ?? 1) < SCALE_FROM) ? 0 : SCALE_FROM
  return (
    <ChartSection
      id="retention"
      title={t('title')}
      words={useWords(retention)}
      note={t('note')}
      table={<Table {...{ retention }} />}
    >
      {retention.some(recalledIfEnough) ? (
        <div className="grid gap-6">
          <div className="grid gap-x-16 gap-y-6 wide:grid-cols-2">
            {[false, true].map((isMature) => (
              <div key={String(isMature)} className="grid content-start gap-1">
                <h3>{isMature ? t('mature') : t('young')}</h3>
                {retention
                  .filter((counted) => counted.isMature === isMature)
                  .map((counted) => (
                    <Row key={counted.window} counted={counted} from={from} />
                  ))}
                <Scale from={from} />
              </div>
            ))}
          </div>
          <Legend />
        </div>
      ) : null}
    </ChartSection>
  )
}

function useWords(retention: readonly Retention[]) {
  const t = useTranslations('statistics.retention')
  const all = useTranslations('statistics.retention.words')
  const month = retention.filter(({ window }) => window === WINDOW_OF_WORDS)
  const said = month.filter(({ recalled }) => recalled)
  if (said.length === 0) return all('none')
  return said
    .map(({ isMature, verdict, reviews, recalled, expected, window }) => {
      const numbers = { reviews, share: percent(recalled?.share ?? 0), expected: percent(expected) }
      const text = all(verdict, { ...numbers, window: t('lastWindow', { days: String(window) }) })
      return `${isMature ? t('mature') : t('young')}: ${text}`
    })
    .join(' ')
}

function Row({ counted, from }: { counted: Retention; from: number }) {
  const t = useTranslations('statistics.retention')
  const window = t('window', { days: String(counted.window) })
  const recalled = recalledIfEnough(counted)
  return (
    <div className={`${COLUMNS} min-h-8 items-center text-label`}>
      <span className="text-ink-muted">{window}</span>
      <Track counted={counted} from={from} />
      <span className="text-end">
        {recalled ? (
          <b className="font-semibold">{t('percent', { share: percent(recalled.share) })}</b>
        ) : (
          <span className="text-caption text-ink-muted">{t(counted.verdict === 'few' ? 'fewShort' : 'noneShort')}</span>
        )}
      </span>
    </div>
  )
}

function Scale({ from }: { from: number }) {
  const t = useTranslations('statistics.retention')
  return (
    <div aria-hidden="true" className={`${COLUMNS} text-caption text-ink-muted`}>
      <span className="col-start-2 flex justify-between">
        <span>{t('percent', { share: percent(from) })}</span>
        <span>{t('percent', { share: 100 })}</span>
      </span>
    </div>
  )
}

/** A line from `from` to 100 percent: the interval on it, a dot for what was recalled, an upright mark for what was expected. */
function Track({ counted, from }: { counted: Retention; from: number }) {
  const at = (share: number) => `${(100 * (Math.max(from, share) - from)) / (1 - from)}%`
  const [recalled, { expected }] = [recalledIfEnough(counted), counted]
  const label = useRowLabel(counted)
  return (
    <div role="img" aria-label={label} title={label} className="relative h-6">
      <i className="absolute inset-x-0 top-1/2 border-t" />
      {recalled ? (
        <>
          <i
            className="absolute top-1/2 h-[5px] -translate-y-1/2 bg-data-3"
            style={{ insetInlineStart: at(recalled.low), insetInlineEnd: `calc(100% - ${at(recalled.high)})` }}
          />
          <i
            className="absolute top-1/2 size-3 -translate-1/2 rounded-full bg-data-1"
            style={{ insetInlineStart: at(recalled.share) }}
          />
          <i
            className="absolute inset-y-0 w-[3px] -translate-x-1/2 bg-data-2"
            style={{ insetInlineStart: at(expected) }}
          />
        </>
      ) : null}
    </div>
  )
}

function useRowLabel(counted: Retention): string {
  const t = useTranslations('statistics.retention')
  const [recalled, { isMature, window, reviews, expected }] = [recalledIfEnough(counted), counted]
  const named = { maturity: isMature ? t('mature') : t('young'), window: t('window', { days: String(window) }) }
  if (!recalled) return t('rowNone', { ...named, reviews })
  const { share, low, high } = recalled
  return t('row', {
    ...named,
    share: percent(share),
    low: percent(low),
    high: percent(high),
    expected: percent(expected),
  })
}

function Legend() {
  const t = useTranslations('statistics.retention.legend')
  const entries = [
    { key: 'dot', look: 'size-3 rounded-full bg-data-1' },
    { key: 'line', look: 'h-[5px] w-5 bg-data-3' },
    { key: 'tick', look: 'h-4 w-[3px] bg-data-2' },
  ] as const
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-caption text-ink-muted">
      {entries.map(({ key, look }) => (
        <li key={key} className="inline-flex items-center gap-2">
          <i aria-hidden="true" className={look} />
          {t(key)}
        </li>
      ))}
    </ul>
  )
}

function Table({ retention }: { retention: readonly Retention[] }) {
  const t = useTranslations('statistics.retention')
  const common = useTranslations('common')
  const rows = retention.map((counted) => {
    const name = `${counted.isMature ? t('mature') : t('young')}, ${t('window', { days: String(counted.window) })}`
    const told = recalledIfEnough(counted)
    if (!told) return [name, counted.reviews, counted.verdict === 'few' ? common('tooEarly') : '–', '–']
    const [share, low, high] = [told.share, told.low, told.high].map(percent)
    const between = t('between', { share: share ?? 0, low: low ?? 0, high: high ?? 0 })
    return [name, counted.reviews, between, t('percent', { share: percent(counted.expected) })]
  })
  return <DataTable head={[t('maturity'), t('reviews'), t('recalled'), t('expected')]} rows={rows} />
}
