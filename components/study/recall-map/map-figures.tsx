import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { RecallShade } from '@/lib/core/statistics/predicted-recall'
import type { MapUnit, ReadMap } from '@/lib/core/statistics/recall-map'

const SCALE: readonly { shade: RecallShade; look: string }[] = [
  { shade: 0, look: 'border-b-2 border-dotted border-edge' },
  { shade: 1, look: 'bg-recall-1' },
  { shade: 2, look: 'bg-recall-2' },
  { shade: 3, look: 'bg-recall-3' },
  { shade: 4, look: 'bg-recall-4' },
]

/** The expected recall of the whole text, its meaning, and a legend of the shades. */
export function MapSummary({ map }: { map: ReadMap }) {
  const t = useTranslations('deck.text')
  return (
    <div className="max-lg:order-first">
      {map.counted > 0 ? (
        <p>
          <b className="block text-hero leading-[1.1] font-semibold tracking-[-0.025em] proportional-nums">
            {map.percent} %
          </b>
          <span className="text-ink-muted">{t('whole')}</span>
        </p>
      ) : null}
      <p className="mt-1 text-caption text-ink-muted">
        {map.counted > 0 ? `${t('wholeMeaning', { facts: map.counted })} ` : null}
        {map.facts > map.counted ? `${t('uncounted', { facts: map.facts - map.counted })} ` : null}
        {map.seen ? null : t('notSeen')}
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

const CELL = 'border-b py-2 pe-4 text-start align-top font-normal'
const NUMBER = `${CELL} whitespace-nowrap text-end!`
const WIDE = 'max-sm:hidden'

/** The data of the map as a table. */
export function MapTable({ units }: { units: readonly MapUnit[] }) {
  const t = useTranslations('deck.text')
  return (
    <div className="border-t">
      <Disclosure summary={t('table')}>
        <table className="mt-3 mb-12 w-full text-label leading-[1.45]">
          <thead>
            <tr>
              <th scope="col" className={`${CELL} ${WIDE}`}>
                {t('section')}
              </th>
              <th scope="col" className={CELL}>
                {t('sentence')}
              </th>
              <th scope="col" className={NUMBER}>
                {t('facts')}
              </th>
              <th scope="col" className={NUMBER}>
                {t('today')}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.start}>
                <td className={`${CELL} ${WIDE}`}>{unit.heading}</td>
                <th scope="row" className={`${CELL} wrap-anywhere`}>
                  {unit.text}
                </th>
                <td className={NUMBER}>{unit.facts.length}</td>
                <td className={NUMBER}>
                  {unit.shade === 0 ? t('unseen') : t('percentShort', { percent: unit.percent })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  )
}
