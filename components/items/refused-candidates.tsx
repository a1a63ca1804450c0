import { useTranslations } from 'next-intl'
import { CHECK_IDS } from '@/lib/core/check/finding'
import { Fold } from '../ui/fold'
import { type Reason, reasonsOf } from './reasons-of'

/** What the engine did not ask, counted and explained. */
export function RefusedCandidates({ refused }: { refused: Readonly<Record<string, number>> }) {
  const t = useTranslations('items.refusedCandidates')
  const reasons = reasonsOf(refused, CHECK_IDS)
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0)
  if (count === 0) return null
  return (
    <div id="passed-over" className="border-t pt-2">
      <Fold summary={t('title', { count })}>
        <p className="measure pb-3 text-label text-ink-muted">{t('body')}</p>
        <table className="mb-4 w-full max-w-[52rem] text-label">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('count')}</th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason) => (
              <Row key={reason.check} {...reason} />
            ))}
          </tbody>
        </table>
      </Fold>
    </div>
  )
}

function Row({ check, count }: Reason) {
  const t = useTranslations('items.refusedCandidates')
  return (
    <tr className="border-t align-top first:border-t-0">
      <td className="w-14 py-2 pe-4 text-end font-semibold">{count}</td>
      <td className="py-2">{t(check)}</td>
    </tr>
  )
}
