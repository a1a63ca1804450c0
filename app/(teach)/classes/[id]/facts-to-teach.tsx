import { getTranslations } from 'next-intl/server'
import type { ClassTable } from '@/lib/data/classes/class-table'

const SHOWN = 5

/** The facts that most who met them have lost. */
export async function FactsToTeach({ table }: { table: ClassTable }) {
  const t = await getTranslations('class.table')
  if (table.known === null) return null
  return (
    <section aria-labelledby="to-teach" className="border-t pt-6 pb-8">
      <h2 id="to-teach" className="pb-2">
        {t('weakest')}
      </h2>
      <Facts table={table} />
    </section>
  )
}

async function Facts({ table: { toTeach, facts } }: { table: ClassTable }) {
  const t = await getTranslations('class.table')
  const common = await getTranslations('common')
  if (toTeach.kind === 'too-early') return <p className="text-ink-muted">{common('tooEarly')}</p>
  if (toTeach.kind === 'none') return <p className="text-ink-muted">{t('weakestNone', { met: toTeach.met })}</p>
  return (
    <ol className="max-w-(--measure)">
      {toTeach.facts.slice(0, SHOWN).map(({ factId, statement, met, lost }) => (
        <li key={factId} className="grid grid-cols-[2.5rem_1fr] gap-x-2 border-t py-3 first:border-t-0">
          <span className="text-ink-muted">{facts.findIndex((fact) => fact.factId === factId) + 1}</span>
          <span>
            {statement} <span className="text-label text-ink-muted">{t('weakestNote', { met, lost })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
