import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import type { MapUnit } from '@/lib/core/statistics/recall-map'

const CELL = 'border-b py-2 pe-4 text-start align-top font-normal'
const NUMBER = `${CELL} whitespace-nowrap text-end!`
const WIDE = 'max-sm:hidden'

/** What the shades say, in words and numbers. */
export function MapTable({ units }: { units: readonly MapUnit[] }) {
  const t = useTranslations('deck.text')
  return (
    <div className="border-t">
      <Fold summary={t('table')}>
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
      </Fold>
    </div>
  )
}
