import { getTranslations } from 'next-intl/server'
import type { ClassTable } from '@/lib/data/classes/class-table'

const SHOWN = 5
/** A fact is being lost when fewer than half of the class know it though somebody has met it. */
const LOW = 0.5

/** What to teach again: the facts that the class has met and fewest know. */
export async function LosingFacts({ table }: { table: ClassTable }) {
  const t = await getTranslations('class.table')
  const losing = table.facts
    .map((fact, index) => ({
      fact,
      number: index + 1,
      share: table.shares[index] ?? 0,
      met: table.rows.filter((row) => (row.cells[index] ?? 0) > 0).length,
    }))
    .filter(({ share, met }) => share < LOW && met * 2 >= table.rows.length && met > 0)
    .sort((one, other) => one.share - other.share || other.met - one.met)
    .slice(0, SHOWN)
  if (table.known === null) return null
  return (
    <section aria-labelledby="losing" className="border-t pt-6 pb-8">
      <h2 id="losing" className="pb-2">
        {t('weakest')}
      </h2>
      {losing.length === 0 ? <p className="text-ink-muted">{t('weakestNone')}</p> : null}
      <ol className="max-w-(--measure)">
        {losing.map(({ fact, number, share }) => (
          <li key={fact.factId} className="grid grid-cols-[2.5rem_1fr] gap-x-2 border-t py-3 first:border-t-0">
            <span className="text-ink-muted">{number}</span>
            <span>
              {fact.statement} <span className="text-label text-ink-muted">{t('weakestNote', { share })}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
