import { useTranslations } from 'next-intl'
import { CHECK_IDS, type CheckId } from '@/lib/core/check/check-result'
import { Disclosure } from '../ui/disclosure'

/** How many candidates the engine refused, by reason. */
export function RefusedCandidates({ refused }: { refused: Readonly<Record<string, number>> }) {
  const t = useTranslations('items.refusedCandidates')
  const reasons = reasonsOf(refused, CHECK_IDS)
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0)
  if (count === 0) return null
  return (
    <div className="border-t pt-2">
      <Disclosure summary={t('title', { count })}>
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
      </Disclosure>
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

type Reason = { readonly check: CheckId | typeof OTHER; readonly count: number }

const OTHER = 'other'
// No check: the language was unknown, so nothing was read.
const LANGUAGE = 'language'

/**
 * Refusals by check, the most frequent first. The engine may count a check under several names ("R7", "sentence R7",
 * "R7/item"); a name without a check counts as `other`.
 */
export function reasonsOf(refused: Readonly<Record<string, number>>, checks: readonly CheckId[]): Reason[] {
  const counts = new Map<Reason['check'], number>()
  const positionOf = (check: Reason['check']) => (check === OTHER ? -1 : checks.indexOf(check))
  for (const [name, count] of Object.entries(refused)) {
    if (name === LANGUAGE || count <= 0) continue
    const named = /(?<![A-Za-z0-9])R\d{1,2}(?![0-9])/.exec(name)?.[0]
    const check = checks.find((id) => id === named) ?? OTHER
    counts.set(check, (counts.get(check) ?? 0) + count)
  }
  return [...counts]
    .map(([check, count]) => ({ check, count }))
    .sort((a, b) => b.count - a.count || positionOf(a.check) - positionOf(b.check))
}
